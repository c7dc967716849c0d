// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Explains profiles; the work is done by its subcommands. */
@Command(
        name = "profile",
        description = "Lists, checks and explains profiles; writes nothing.",
        subcommands = {ProfileListCommand.class, ProfileCheckCommand.class, ProfileShowCommand.class},
        sortOptions = false,
        usageHelpWidth = 100)
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help
final class ProfileCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "profile: list, check or show is missing; see profile --help");
    }
}
