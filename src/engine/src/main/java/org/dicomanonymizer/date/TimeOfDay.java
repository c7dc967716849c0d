// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as VR TM tells it: hours, perhaps minutes, seconds and a fraction, also with the colons of old objects.
 *
 * @param minute    minute of the day, 0 to 1439
 * @param second    second of the minute, 0 to 60: a leap second is the 60th
 * @param precision hour to second
 * @param fraction  the fraction of the second with its point, or empty
 */
record TimeOfDay(int minute, int second, Precision precision, String fraction) {
    static final int PER_DAY = 86_400;

    private static final Pattern FORM = Pattern.compile("(\\d{2})(?:(:?)(\\d{2})(?:\\2(\\d{2})(\\.\\d{1,6})?)?)?");

    static Optional<TimeOfDay> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return of(matcher.group(1), matcher.group(3), matcher.group(4), matcher.group(5));
    }

    /** A time of its parts, null for those that are not told; empty if there is no such time. */
    static Optional<TimeOfDay> of(String hour, String minute, String second, String fraction) {
        int hours = Integer.parseInt(hour);
        int minutes = minute == null ? 0 : Integer.parseInt(minute);
        int seconds = second == null ? 0 : Integer.parseInt(second);
        // PS3.5 section 6.2: a value of 60 is used only for a leap second
        if (hours > 23 || minutes > 59 || seconds > 60) return Optional.empty();
        Precision precision = minute == null ? Precision.HOUR : second == null ? Precision.MINUTE : Precision.SECOND;
        return Optional.of(new TimeOfDay(hours * 60 + minutes, seconds, precision, fraction == null ? "" : fraction));
    }

    /** Seconds since midnight; 86400 in a leap second. */
    long secondOfDay() {
        return minute * 60L + second;
    }

    /** The time of this precision and fraction at another second of its day, or of one before or after. */
    TimeOfDay at(long otherSecond) {
        int ofDay = Math.floorMod(otherSecond, PER_DAY);
        return new TimeOfDay(ofDay / 60, ofDay % 60, precision, fraction);
    }

    /** As VR TM writes it, in this precision. */
    String text() {
        StringBuilder text = new StringBuilder(13);
        append(text, minute / 60);
        if (precision.compareTo(Precision.MINUTE) >= 0) append(text, minute % 60);
        if (precision == Precision.SECOND) append(text, second);
        return text.append(fraction).toString();
    }

    private static void append(StringBuilder text, int twoDigits) {
        text.append((char) ('0' + twoDigits / 10)).append((char) ('0' + twoDigits % 10));
    }
}
