// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.dicomanonymizer.batch.BatchListener;
import org.dicomanonymizer.batch.FileResult;
import org.dicomanonymizer.batch.Outcome;

/** Remembers of a run what its user has to be told at the end: the first inputs that were not done, and the warnings. */
final class Outcomes implements BatchListener {
    /** How many lines of a kind are told. */
    static final int LIMIT = 20;

    private final Some problems = new Some();
    private final Some skipped = new Some();
    private final Map<String, Integer> warnings = new LinkedHashMap<>();
    private long otherWarnings;
    private final AtomicLong done = new AtomicLong();

    /** The first of many lines, and their number. */
    private static final class Some {
        final List<String> lines = new ArrayList<>();
        long count;

        void add(String line) {
            if (count++ < LIMIT) lines.add(line);
        }

        String more(String what, Path report) {
            return "... and " + (count - LIMIT) + " more " + what
                    + (report == null ? "; --report FILE names them all" : ", see " + report);
        }
    }

    @Override
    public void finished(FileResult result) {
        if (result.outcome() == Outcome.DONE) {
            done.incrementAndGet();
            result.changes().warnings().forEach(this::warn);
            return;
        }
        String line = result.outcome() + ": " + result.input() + ": " + result.reason();
        (result.outcome() == Outcome.SKIPPED ? skipped : problems).add(line);
    }

    private void warn(String warning) {
        if (warnings.size() < LIMIT || warnings.containsKey(warning)) warnings.merge(warning, 1, Integer::sum);
        else otherWarnings++;
    }

    /** The number of inputs that are done; may be asked by any thread. */
    long done() {
        return done.get();
    }

    void tellProblems(Console console, Path report) {
        problems.lines.forEach(console::notice);
        if (problems.count > LIMIT) console.notice(problems.more("refused or failed", report));
    }

    void tellRest(Console console, Path report) {
        warnings.forEach((warning, files) ->
                console.notice("warning: " + warning + (files == 1 ? "" : " (in " + files + " files)")));
        if (otherWarnings > 0)
            console.notice("... and " + otherWarnings + " other warnings"
                    + (report == null ? "; --report FILE tells them all" : ", see " + report));
        skipped.lines.forEach(console::result);
        if (skipped.count > LIMIT) console.result(skipped.more("skipped", report));
    }
}
