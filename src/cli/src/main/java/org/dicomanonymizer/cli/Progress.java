// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import org.dicomanonymizer.batch.Batch;
import org.dicomanonymizer.batch.BatchListener;
import org.dicomanonymizer.batch.FileResult;

/** Shows how far a run has come. */
interface Progress extends BatchListener, AutoCloseable {
    /** Set by the launcher where standard error is a terminal: Java itself can't tell. */
    String TERMINAL = "org.dicomanonymizer.terminal";

    @Override
    void close();

    /** The kind that suits where it is shown: a bar on a terminal, else lines now and then. */
    static Progress of(Batch batch, Console console, boolean quiet) {
        if (quiet) return new None();
        Counting counting = new Counting(batch);
        return Boolean.getBoolean(TERMINAL) ? new ProgressBarView(counting) : new ProgressLines(counting, console);
    }

    /** Shows nothing. */
    record None() implements Progress {
        @Override
        public void finished(FileResult result) {}

        @Override
        public void close() {}
    }
}
