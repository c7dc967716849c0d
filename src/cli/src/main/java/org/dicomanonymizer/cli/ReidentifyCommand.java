// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dicomanonymizer.Reidentifier;
import org.dicomanonymizer.batch.Batch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Restores, for the holder of a private key, what rules with the action encrypt took out of the clear. */
@Command(
        name = "reidentify",
        description = "Restores the originals that were encrypted for the holder of a private key (action encrypt).",
        sortOptions = false,
        usageHelpWidth = 100)
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help
final class ReidentifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final PathParameters paths = new PathParameters();

    @Mixin
    private final PrivateKeyOptions key;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    ReidentifyCommand(Map<String, String> environment) {
        key = new PrivateKeyOptions(environment);
    }

    @Override
    public Integer call() {
        paths.check(spec);
        Batch.Builder batch = Batch.of(new Reidentifier(key.key()), paths.input(), paths.output())
                .intoFolder(paths.intoFolder());
        options.applyTo(batch);
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        return new CommandRun(batch.build(), options, console).execute(List.of());
    }
}
