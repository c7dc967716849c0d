// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.time.Duration;
import java.util.Locale;
import org.dicomanonymizer.batch.FileResult;

/** A line on standard error for every thousand files, and at least every ten seconds while files get finished. */
final class ProgressLines implements Progress {
    private static final int FILES = 1000;
    private static final long NANOS = 10_000_000_000L;

    private final Counting counting;
    private final Console console;
    private final long start = System.nanoTime();
    private long told = start;
    private long files;

    ProgressLines(Counting counting, Console console) {
        this.counting = counting;
        this.console = console;
    }

    @Override
    public void finished(FileResult result) {
        files++;
        long now = System.nanoTime();
        if (files == counting.total() || files % FILES != 0 && now - told < NANOS) return;
        told = now;
        console.notice(line(now - start));
    }

    private String line(long nanos) {
        double perSecond = files * 1e9 / Math.max(nanos, 1);
        long total = counting.total();
        if (total < files) return String.format(Locale.ROOT, "%d files, %.1f files/s", files, perSecond);
        Duration left = Duration.ofMillis((long) ((total - files) / perSecond * 1000));
        return String.format(
                Locale.ROOT, "%d of %d files, %.1f files/s, %s left", files, total, perSecond, Durations.text(left));
    }

    @Override
    public void close() {
        counting.stop();
    }
}
