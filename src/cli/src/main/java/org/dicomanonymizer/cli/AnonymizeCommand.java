// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.batch.Batch;
import org.dicomanonymizer.identity.ProjectKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command without a subcommand: de-identifies a file or a folder. */
@Command(
        name = "dicom-anonymizer",
        description = "De-identifies DICOM files by the rules of DICOM PS3.15 Annex E.",
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "dicom-anonymizer [OPTION...] INPUT OUTPUT",
        usageHelpWidth = 100,
        footer = {
            "",
            "Exit codes: 0 all done (in a folder, what is no DICOM image is skipped); 1 some inputs were",
            "refused or failed, the others are done; 2 wrong usage, nothing has been written."
        })
@SuppressWarnings("UnusedVariable") // picocli itself acts on --help and --version
final class AnonymizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final PathParameters paths = new PathParameters();

    @Mixin
    private final RuleOptions rules = new RuleOptions();

    @Mixin
    private final KeyOptions keys;

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(
            names = {"-v", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    private boolean help;

    AnonymizeCommand(Map<String, String> environment) {
        keys = new KeyOptions(environment);
    }

    @Override
    public Integer call() {
        paths.check(spec);
        Anonymizer.Builder builder = Anonymizer.builder();
        rules.applyTo(builder);
        Optional<ProjectKey> key = keys.key();
        key.ifPresent(builder::key);
        Anonymizer anonymizer = builder.build();
        Batch.Builder batch =
                Batch.of(anonymizer, paths.input(), paths.output()).intoFolder(paths.intoFolder());
        options.applyTo(batch);

        List<String> notices = new ArrayList<>();
        rules.warnings().forEach(warning -> notices.add("warning: " + warning));
        anonymizer.warnings().forEach(warning -> notices.add("warning: " + warning));
        boolean keyed = key.isPresent() || anonymizer.profile().identity().key() != null;
        if (!keyed && !options.isDryRun()) notices.add(KeyOptions.ADVICE);
        Console console =
                new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        return new CommandRun(batch.build(), options, console).execute(notices);
    }
}
