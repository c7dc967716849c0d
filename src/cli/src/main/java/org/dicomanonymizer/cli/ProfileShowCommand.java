// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.dicomanonymizer.dicom.UidRegistry;
import org.dicomanonymizer.engine.ExplanationFormat;
import org.dicomanonymizer.engine.ProfileExplanation;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.rule.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains what a profile does. */
@Command(
        name = "show",
        description = "Tells in words and as a table what a profile does to every attribute, and by which rule.",
        sortOptions = false,
        usageHelpWidth = 100)
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help
final class ProfileShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME|FILE", description = "A file, or the name of a ready-made profile.")
    private String profile;

    @Option(
            names = "--sop-class",
            paramLabel = "CLASS",
            description =
                    "The SOP class of the objects, by keyword (CTImageStorage) or UID: what an object must have stays in"
                            + " it. By default nothing is known of the objects.")
    private String sopClass;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, markdown or json; by default text.")
    private String format = "text";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    @Override
    public Integer call() {
        ExplanationFormat chosen = format();
        ProfileExplanation explanation =
                new ProfileExplanation(Profiles.find(profile).orThrow(), sopClassUid());
        spec.commandLine().getOut().print(chosen.write(explanation));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    private ExplanationFormat format() {
        try {
            return ExplanationFormat.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("--format: \"" + format + "\" is none of text, markdown, json");
        }
    }

    private String sopClassUid() {
        if (sopClass == null || sopClass.matches("[0-9.]+")) return sopClass;
        String uid = UidRegistry.ofKeyword(sopClass);
        if (uid == null)
            throw new ConfigurationException(
                    "--sop-class: \"" + sopClass + "\" is no UID, and no keyword of PS3.6 such as CTImageStorage");
        return uid;
    }
}
