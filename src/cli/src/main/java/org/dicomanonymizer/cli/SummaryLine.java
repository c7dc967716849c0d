// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.Locale;
import org.dicomanonymizer.batch.Batch;
import org.dicomanonymizer.batch.BatchSummary;
import org.dicomanonymizer.batch.Outcome;

/** What a run came to, in a line or two. */
record SummaryLine(BatchSummary summary, Batch batch) {

    void print(Console console) {
        if (summary.stopped())
            console.result("stopped by the first problem (--on-error stop): not all inputs were looked at");
        if (summary.total() == 0) console.result("no file in " + batch.input());
        console.result(text());
    }

    private String text() {
        double seconds = Math.max(summary.elapsed().toNanos() / 1e9, 0.001);
        return String.format(
                Locale.ROOT,
                "%s %d, refused %d, failed %d, skipped %d; %s, %.1f files/s, %.1f MB/s%s",
                batch.isDryRun() ? "would be done" : "done",
                summary.count(Outcome.DONE),
                summary.count(Outcome.REFUSED),
                summary.count(Outcome.FAILED),
                summary.count(Outcome.SKIPPED),
                Durations.text(summary.elapsed()),
                summary.count(Outcome.DONE) / seconds,
                summary.bytes() / 1e6 / seconds,
                end());
    }

    private String end() {
        if (batch.isDryRun()) return "; nothing was written";
        return batch.anonymizer()
                .map(anonymizer -> "; key " + anonymizer.keyId())
                .orElse("");
    }
}
