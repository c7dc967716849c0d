// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.time.LocalDate;

/** How much of a date and time is told. */
enum Precision {
    YEAR(31_556_952),
    MONTH(2_629_746),
    DAY(86_400),
    HOUR(3_600),
    MINUTE(60),
    SECOND(1);

    /** Seconds; of years and months the mean of the Gregorian calendar. */
    private final long seconds;

    Precision(long seconds) {
        this.seconds = seconds;
    }

    /** A number of seconds in units of this precision, rounded to the nearest. */
    long units(long duration) {
        return Math.floorDiv(duration + seconds / 2, seconds);
    }

    /** A number of seconds, rounded to the nearest unit of this precision; for units up to a day. */
    long rounded(long duration) {
        return units(duration) * seconds;
    }

    /** A date moved by a number of seconds that is rounded to this precision; for units from a day up. */
    LocalDate moved(LocalDate date, long duration) {
        long units = units(duration);
        return switch (this) {
            case YEAR -> date.plusYears(units);
            case MONTH -> date.plusMonths(units);
            default -> date.plusDays(units);
        };
    }
}
