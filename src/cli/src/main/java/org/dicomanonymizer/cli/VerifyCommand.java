// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dicomanonymizer.batch.FolderVerification;
import org.dicomanonymizer.batch.FolderVerification.Verdict;
import org.dicomanonymizer.batch.Reasons;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.verify.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches the outputs of any tool for what identified the patients in the inputs. */
@Command(
        name = "verify",
        description =
                "Searches outputs, made by any tool, for the identifiers and UIDs of their inputs; writes nothing.",
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Exit codes: 0 nothing found; 1 something found, or not all could be searched; 2 wrong usage."})
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help
final class VerifyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INPUT", description = "The original file or folder.")
    private Path input;

    @Parameters(
            index = "1",
            paramLabel = "OUTPUT",
            description = "The file or folder made of it. A file is compared with the input of the same relative path;"
                    + " if there is none, with all inputs.")
    private Path output;

    @Option(names = "--keep-uids", description = "Does not search for UIDs, for outputs that keep them.")
    private boolean keepUids;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    private int clean;
    private int problems;

    @Override
    public Integer call() {
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        for (Path path : new Path[] {input, output})
            if (!Files.exists(path)) throw new ConfigurationException(path + ": does not exist");
        try {
            new FolderVerification(input, output, !keepUids).run(verdict -> tell(verdict, console));
        } catch (IOException e) {
            console.error(Reasons.of(e));
            return ExitCode.PROBLEMS;
        }
        console.result("clean " + clean + ", with findings or unreadable " + problems);
        if (clean + problems == 0) console.error(output + ": holds no DICOM file");
        return problems > 0 || clean == 0 ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    private void tell(Verdict verdict, Console console) {
        if (verdict.isClean()) clean++;
        else problems++;
        for (Finding finding : verdict.findings()) console.result(verdict.file() + ": " + finding);
        if (verdict.problem() != null) console.error(verdict.file() + ": " + verdict.problem());
    }
}
