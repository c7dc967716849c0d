// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates of VR DA against the calendar. */
final class CalendarDate {
    private CalendarDate() {}

    /** Whether {@code YYYYMMDD} names a day that exists; an empty text does not count as wrong. */
    static boolean isReal(String date) {
        String digits = date.replace(".", "");
        if (digits.isEmpty()) return true;
        try {
            int number = Integer.parseInt(digits);
            LocalDate.of(number / 10000, number / 100 % 100, number % 100);
            return true;
        } catch (DateTimeException | NumberFormatException e) {
            return false;
        }
    }
}
