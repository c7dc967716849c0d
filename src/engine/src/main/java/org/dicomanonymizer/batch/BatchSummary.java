// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.time.Duration;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param counts  the number of inputs of each outcome; all outcomes are there
 * @param bytes   the size of the inputs that are done
 * @param elapsed how long it took
 * @param stopped whether it ended before all inputs were looked at: by the first problem, or interrupted
 */
public record BatchSummary(Map<Outcome, Long> counts, long bytes, Duration elapsed, boolean stopped) {
    public BatchSummary {
        counts = Map.copyOf(counts);
    }

    /** The number of inputs of an outcome. */
    public long count(Outcome outcome) {
        return counts.get(outcome);
    }

    /** The number of all inputs. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether every input is done, or was nothing to de-identify. */
    public boolean isClean() {
        return !stopped && count(Outcome.REFUSED) == 0 && count(Outcome.FAILED) == 0;
    }
}
