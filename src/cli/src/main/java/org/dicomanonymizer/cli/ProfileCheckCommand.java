// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.dicomanonymizer.engine.CompiledProfile;
import org.dicomanonymizer.profile.Problem;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.rule.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all that is wrong with profiles. */
@Command(
        name = "check",
        description = "Tells all that is wrong with profiles, each fault with its place.",
        sortOptions = false,
        usageHelpWidth = 100,
        footer = {"", "Exit codes: 0 all can be used; 1 some can't; 2 wrong usage."})
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help
final class ProfileCheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NAME|FILE", description = "A file, or the name of a ready-made profile.")
    private List<String> profiles;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    @Override
    public Integer call() {
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        boolean usable = true;
        for (String profile : profiles) usable &= check(profile, console);
        return usable ? ExitCode.DONE : ExitCode.PROBLEMS;
    }

    private static boolean check(String profile, Console console) {
        ProfileReader.Reading reading = Profiles.find(profile);
        for (Problem problem : reading.problems()) console.error(problem.toString());
        if (reading.profile() == null) return false;
        try {
            for (String warning : CompiledProfile.of(reading.profile()).warnings())
                if (reading.problems().stream().noneMatch(told -> warning.endsWith(told.message())))
                    console.notice("warning: " + warning);
        } catch (ConfigurationException e) {
            e.problems().forEach(console::error);
            return false;
        }
        console.result(profile + ": can be used");
        return true;
    }
}
