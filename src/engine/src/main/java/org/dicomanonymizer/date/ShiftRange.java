// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days by which patients' dates are moved: each patient's own number between two bounds, both included, and never none.
 *
 * @param minDays the lower bound; negative into the past
 * @param maxDays the upper bound
 */
public record ShiftRange(int minDays, int maxDays) {
    /** 30 to 400 days into the past: the season is lost, and no date lies in the future. */
    public static final ShiftRange DEFAULT = new ShiftRange(-400, -30);

    /** The most days, about 100 years: dates that move further leave the lives of patients. */
    public static final int MAX_DAYS = 36_525;

    private static final Pattern FORM =
            Pattern.compile("([+-]?\\d{1,6})(?:\\s*\\.\\.\\s*([+-]?\\d{1,6}))?(?:\\s*days?)?");

    /** A number that is a patient's own, evenly spread between two bounds, both included. */
    @FunctionalInterface
    public interface Keyed {
        /** The number of a purpose. */
        long number(String purpose, long min, long max);
    }

    public ShiftRange {
        if (minDays > maxDays || minDays < -MAX_DAYS || maxDays > MAX_DAYS)
            throw new IllegalArgumentException(
                    "a range of days lies between -" + MAX_DAYS + " and " + MAX_DAYS + ", the lower bound first");
        if (minDays == 0 && maxDays == 0)
            throw new IllegalArgumentException(
                    "a shift by 0 days keeps the dates; use the option that retains full dates");
    }

    /**
     * A range as profiles write it: {@code -30..-400 days}, the bounds in any order, {@code days} may be left out; or one
     * number of days for all patients.
     *
     * @throws IllegalArgumentException if it is none; the message tells the form
     */
    public static ShiftRange parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches())
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no range of days; write it like \"" + DEFAULT + "\"");
        int first = Integer.parseInt(matcher.group(1));
        int second = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return new ShiftRange(Math.min(first, second), Math.max(first, second));
    }

    /** The shift of a patient: keyed, so the same for all objects of the patient, on every machine and day. */
    public DateShift shift(TimesMode times, Keyed patient) {
        if (times == TimesMode.KEEP) return DateShift.ofDays(notNone(patient, minDays, maxDays, 1));
        return DateShift.ofSeconds(notNone(patient, minDays * 86_400L, maxDays * 86_400L, 86_400L));
    }

    /** A keyed number between two bounds of a size that is no less than a day's. */
    private static long notNone(Keyed patient, long min, long max, long day) {
        boolean past = min < 0;
        boolean future = max > 0;
        long last = Math.min(max, -day);
        long first = Math.max(min, day);
        long before = past ? last - min + 1 : 0;
        long after = future ? max - first + 1 : 0;
        long number = patient.number("date-shift/v1", 0, before + after - 1);
        return number < before ? min + number : first + number - before;
    }

    /** As {@link #parse} reads it: {@code -30..-400 days}, the bound that is nearer to none first. */
    @Override
    public String toString() {
        boolean past = maxDays <= 0;
        int near = past ? maxDays : minDays;
        int far = past ? minDays : maxDays;
        return (near == far ? near : near + ".." + far) + " days";
    }
}
