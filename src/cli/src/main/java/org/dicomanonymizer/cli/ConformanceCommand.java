// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.concurrent.Callable;
import org.dicomanonymizer.Anonymizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what is done by a profile, as a conformance statement has to tell it. */
@Command(
        name = "conformance",
        description = "Prints the section on de-identification of a conformance statement, in Markdown.",
        sortOptions = false,
        usageHelpWidth = 100)
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help
final class ConformanceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    @Override
    public Integer call() {
        Anonymizer.Builder builder = Anonymizer.builder();
        rules.applyTo(builder);
        spec.commandLine().getOut().print(builder.build().conformanceStatement());
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }
}
