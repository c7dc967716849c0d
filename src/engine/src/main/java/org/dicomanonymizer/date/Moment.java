// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date, or a date and time, as far as it is told. Years are 1000 to 2999: what lies beyond is no date of a patient but a
 * placeholder (00010101, 99991231), and validators refuse it.
 *
 * @param date      the day; of a year or month that is told alone, its first
 * @param time      the time, or null if none is told
 * @param precision year to second
 * @param zone      the offset from UTC as {@code +HHMM}, or empty
 */
record Moment(LocalDate date, TimeOfDay time, Precision precision, String zone) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})([./-]?)(\\d{2})\\2(\\d{2})");

    private static final Pattern DATE_TIME = Pattern.compile("(\\d{4})(?:(\\d{2})(?:(\\d{2})"
            + "(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(\\.\\d{1,6})?)?)?)?)?)?([+-]\\d{4})?");

    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2999;

    /** A date of VR DA: {@code YYYYMMDD}, or with points, hyphens or slashes between as old objects have it. */
    static Optional<Moment> parseDate(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        return of(matcher.group(1), matcher.group(3), matcher.group(4), null, Precision.DAY, "");
    }

    /** A date and time of VR DT, from the year alone to fractions of a second, with or without an offset from UTC. */
    static Optional<Moment> parseDateTime(String text) {
        Matcher matcher = DATE_TIME.matcher(text);
        if (!matcher.matches()) return Optional.empty();
        String month = matcher.group(2);
        String day = matcher.group(3);
        String hour = matcher.group(4);
        String zone = matcher.group(8) == null ? "" : matcher.group(8);
        if (!isZone(zone)) return Optional.empty();
        Precision precision = month == null ? Precision.YEAR : day == null ? Precision.MONTH : Precision.DAY;
        if (hour == null) return of(matcher.group(1), month, day, null, precision, zone);
        return TimeOfDay.of(hour, matcher.group(5), matcher.group(6), matcher.group(7))
                .flatMap(time -> of(matcher.group(1), month, day, time, time.precision(), zone));
    }

    private static Optional<Moment> of(
            String year, String month, String day, TimeOfDay time, Precision precision, String zone) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(year),
                    month == null ? 1 : Integer.parseInt(month),
                    day == null ? 1 : Integer.parseInt(day));
            return Optional.of(new Moment(date, time, precision, zone)).filter(Moment::isInRange);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the text is an offset from UTC as PS3.5 section 6.2 allows it: -1200 to +1400. Empty counts as one. */
    static boolean isZone(String zone) {
        if (zone.isEmpty()) return true;
        if (!zone.matches("[+-]\\d{4}")) return false;
        int minutes = Integer.parseInt(zone.substring(1, 3)) * 60 + Integer.parseInt(zone.substring(3));
        return zone.charAt(3) < '6' && minutes <= (zone.charAt(0) == '+' ? 14 : 12) * 60;
    }

    private boolean isInRange() {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    /** This date at a time of day. */
    Moment at(TimeOfDay timeOfDay) {
        return new Moment(date, timeOfDay, timeOfDay.precision(), zone);
    }

    /** This moment moved by a number of seconds that is rounded to its precision; empty beyond the years of this class. */
    Optional<Moment> plus(long seconds) {
        if (time == null) {
            return Optional.of(new Moment(precision.moved(date, seconds), null, precision, zone))
                    .filter(Moment::isInRange);
        }
        long move = precision.rounded(seconds);
        // A whole day leaves the time alone, so that a leap second stays the 60th.
        if (move % TimeOfDay.PER_DAY == 0) {
            return Optional.of(new Moment(date.plusDays(move / TimeOfDay.PER_DAY), time, precision, zone))
                    .filter(Moment::isInRange);
        }
        long second = time.secondOfDay() + move;
        LocalDate day = date.plusDays(Math.floorDiv(second, (long) TimeOfDay.PER_DAY));
        return Optional.of(new Moment(day, time.at(second), precision, zone)).filter(Moment::isInRange);
    }

    /** This moment without what is finer than a precision of year or month, nor the offset that goes with it. */
    Moment truncated(Precision to) {
        if (precision.compareTo(to) <= 0) return new Moment(date, time, precision, "");
        return new Moment(
                date.withDayOfMonth(1).withMonth(to == Precision.YEAR ? 1 : date.getMonthValue()), null, to, "");
    }

    /** As VR DA writes it. */
    String dateText() {
        return String.format("%04d%02d%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** As VR DT writes it, in this precision. */
    String text() {
        String day = dateText();
        String told = precision == Precision.YEAR
                ? day.substring(0, 4)
                : precision == Precision.MONTH ? day.substring(0, 6) : day;
        return told + (time == null ? "" : time.text()) + zone;
    }
}
