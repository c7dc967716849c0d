// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.concurrent.Callable;
import org.dicomanonymizer.profile.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the ready-made profiles. */
@Command(name = "list", description = "Lists the ready-made profiles.", sortOptions = false, usageHelpWidth = 100)
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help
final class ProfileListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    @Override
    public Integer call() {
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        for (String name : Profiles.names())
            console.result(String.format("%-16s %s", name, Profiles.named(name).description()));
        return ExitCode.DONE;
    }
}
