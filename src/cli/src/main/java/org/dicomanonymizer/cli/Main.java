// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code dicom-anonymizer} command. */
@Command(
        name = "dicom-anonymizer",
        description = "De-identifies DICOM files by the rules of DICOM PS3.15 Annex E.",
        versionProvider = Version.class,
        usageHelpWidth = 100)
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help and --version
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    private Main() {}

    /** Runs the command and ends the program with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "INPUT and OUTPUT are missing");
    }
}
