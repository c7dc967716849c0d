// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import org.dicomanonymizer.batch.Batch;

/** Counts the inputs beside the run, so that a large folder need not be walked through before the first file is treated. */
final class Counting {
    private final Thread thread;
    private volatile long total = -1;

    Counting(Batch batch) {
        thread = new Thread(() -> total = batch.count(), "count inputs");
        thread.setDaemon(true);
        thread.start();
    }

    /** The number of inputs, or -1 as long as it is not known. */
    long total() {
        return total;
    }

    void stop() {
        thread.interrupt();
    }
}
