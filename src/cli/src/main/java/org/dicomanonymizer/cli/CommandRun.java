// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.batch.Batch;
import org.dicomanonymizer.batch.BatchListener;
import org.dicomanonymizer.batch.BatchReport;
import org.dicomanonymizer.batch.BatchSummary;
import org.dicomanonymizer.batch.ChangeTotals;
import org.dicomanonymizer.batch.Reasons;
import org.dicomanonymizer.rule.ConfigurationException;

/** One run as its user sees it: progress while it goes on, the report, and what it came to. */
final class CommandRun {
    private final Batch batch;
    private final RunOptions options;
    private final Console console;
    private final Outcomes outcomes = new Outcomes();
    private final ChangeTotals totals = new ChangeTotals();

    CommandRun(Batch batch, RunOptions options, Console console) {
        this.batch = batch;
        this.options = options;
        this.console = console;
    }

    /**
     * Does the run.
     *
     * @param notices what the user is to be told first, once everything is ready
     * @return the exit code
     * @throws ConfigurationException if output or report can't be made; no input has been treated then
     */
    int execute(List<String> notices) {
        try (BatchReport report = options.report() == null ? null : createReport()) {
            batch.prepare();
            if (!options.isQuiet()) notices.forEach(console::notice);
            if (report != null) report.begin(batch, Instant.now());
            BatchSummary summary = run(report);
            int exit = finish(summary);
            if (report != null) report.end(summary, Instant.now());
            return exit;
        } catch (IOException e) {
            console.error("--report " + options.report() + " can't be written: " + Reasons.of(e));
            return ExitCode.PROBLEMS;
        }
    }

    /** A file that comes into being while the run goes on, such as an output, is not replaced in any case. */
    private BatchReport createReport() {
        Path file = options.report().toAbsolutePath().normalize();
        try {
            Path input = batch.input().toRealPath();
            Path folder = file.getParent();
            if (folder == null) throw new ConfigurationException("--report " + file + " is no file");
            Files.createDirectories(folder);
            if (folder.toRealPath().startsWith(input) || Files.exists(file) && Files.isSameFile(file, input))
                throw new ConfigurationException("--report " + file + " lies inside INPUT; give a place outside of it");
            return BatchReport.create(file, options.overwrites() && Files.exists(file));
        } catch (IOException e) {
            throw new ConfigurationException("--report " + file + " can't be written: " + Reasons.of(e));
        }
    }

    private BatchSummary run(BatchReport report) {
        List<BatchListener> listeners = new ArrayList<>();
        listeners.add(outcomes);
        if (options.isDryRun()) listeners.add(totals);
        if (report != null) listeners.add(report);
        Thread interrupted = new Thread(this::tellInterruption);
        Runtime.getRuntime().addShutdownHook(interrupted);
        try (Progress progress = Progress.of(batch, console, options.isQuiet())) {
            listeners.add(progress);
            return batch.run(listeners.toArray(BatchListener[]::new));
        } finally {
            removeHook(interrupted);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending already, and has told so
            return;
        }
    }

    private void tellInterruption() {
        console.error("interrupted after " + outcomes.done() + " files; every output that is there is complete");
    }

    private int finish(BatchSummary summary) {
        outcomes.tellProblems(console, options.report());
        if (!options.isQuiet()) {
            if (options.isDryRun()) new DryRunTable(totals).print(console);
            outcomes.tellRest(console, options.report());
            new SummaryLine(summary, batch).print(console);
        }
        return summary.isClean() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
}
