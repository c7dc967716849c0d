// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.batch.Reasons;
import org.dicomanonymizer.engine.Preview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what happens to the elements of one file, and why; writes nothing. */
@Command(
        name = "preview",
        description = "Shows for each element of a file what happens to it and by which rule; writes nothing.",
        sortOptions = false,
        usageHelpWidth = 100)
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help
final class PreviewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A DICOM file.")
    private Path file;

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final KeyOptions keys;

    @Option(
            names = "--show-values",
            description = "Shows the values before and after as well. Those before identify the patient.")
    private boolean showValues;

    @Option(names = "--changes", description = "Leaves out what is kept.")
    private boolean changesOnly;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    PreviewCommand(Map<String, String> environment) {
        keys = new KeyOptions(environment);
    }

    @Override
    public Integer call() {
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Anonymizer.Builder builder = Anonymizer.builder();
        rules.applyTo(builder);
        keys.key().ifPresent(builder::key);
        try {
            Preview preview = builder.build().preview(file);
            for (Preview.Line line : preview.lines())
                if (!changesOnly || line.effect() != Effect.KEPT) show(line, console);
            preview.log().warnings().forEach(warning -> console.notice("warning: " + warning));
            return ExitCode.DONE;
        } catch (IOException | RefusedException e) {
            console.error(file + ": " + (e instanceof IOException io ? Reasons.of(io) : e.getMessage()));
            return ExitCode.PROBLEMS;
        }
    }

    private void show(Preview.Line line, Console console) {
        console.result(String.format(
                "%-40s %-2s %-14s %-40s %s", line.path(), line.vr(), line.effect(), line.keyword(), line.reason()));
        if (!showValues) return;
        console.result("    before: " + line.before());
        console.result("    after:  " + line.after());
    }
}
