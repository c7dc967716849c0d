// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.time.Duration;
import java.util.Locale;

/** Times as people say them. */
final class Durations {
    private Durations() {}

    /** Such as {@code 3.2 s}, {@code 12 min 5 s} or {@code 3 h 20 min}. */
    static String text(Duration time) {
        if (time.toMinutes() < 1) return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
        if (time.toHours() < 1) return time.toMinutes() + " min " + time.toSecondsPart() + " s";
        return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
}
