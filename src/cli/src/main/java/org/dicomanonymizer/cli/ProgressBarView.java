// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.dicomanonymizer.batch.FileResult;

/** A bar with files done, rate and time left, on standard error; it vanishes when the run is over. */
final class ProgressBarView implements Progress {
    private final Counting counting;
    private final ProgressBar bar;
    private final long start = System.nanoTime();
    private long bytes;

    ProgressBarView(Counting counting) {
        this.counting = counting;
        this.bar = new ProgressBarBuilder()
                .setInitialMax(-1)
                .setUnit(" files", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .showSpeed()
                .clearDisplayOnFinish()
                .build();
    }

    @Override
    public void finished(FileResult result) {
        bytes += result.size();
        if (counting.total() >= 0 && bar.getMax() != counting.total()) bar.maxHint(counting.total());
        bar.step();
        bar.setExtraMessage(String.format(Locale.ROOT, " %.0f MB/s", bytes * 1e3 / (System.nanoTime() - start)));
    }

    @Override
    public void close() {
        counting.stop();
        bar.close();
    }
}
