// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.util.Optional;
import java.util.function.Function;

/**
 * Values of VR DA, TM and DT as they come: with padding, and in queries as ranges such as {@code 20200101-20200131} or
 * {@code -1200} (PS3.4 section C.2.2.2.5).
 */
public final class TemporalText {
    private TemporalText() {}

    /** Whether the text is a date of VR DA, a range of them, or empty; text of another form, or no day, is not. */
    public static boolean isDate(String text) {
        return map(text, single -> Moment.parseDate(single).map(Moment::dateText))
                .isPresent();
    }

    /** Whether the text is a time of VR TM, a range of them, or empty. */
    public static boolean isTime(String text) {
        return map(text, single -> TimeOfDay.parse(single).map(TimeOfDay::text)).isPresent();
    }

    /** Whether the text is a date and time of VR DT in any precision, a range of them, or empty. */
    public static boolean isDateTime(String text) {
        return map(text, single -> Moment.parseDateTime(single).map(Moment::text))
                .isPresent();
    }

    /** Whether the text is an offset from UTC as Timezone Offset From UTC (0008,0201) has it, {@code -1200} to {@code +1400}. */
    public static boolean isZoneOffset(String text) {
        return Moment.isZone(strip(text));
    }

    /**
     * Applies a function to a single value, or to both ends of a range; empty text stays empty.
     *
     * @return nothing if the function takes neither the text nor the ends of a range in it
     */
    static Optional<String> map(String text, Function<String, Optional<String>> function) {
        String value = strip(text);
        if (value.isEmpty()) return Optional.of("");
        Optional<String> single = function.apply(value);
        // A hyphen before a legal offset from UTC belongs to the offset, so the single value is tried first.
        for (int hyphen = value.indexOf('-');
                single.isEmpty() && hyphen >= 0;
                hyphen = value.indexOf('-', hyphen + 1)) {
            single = range(strip(value.substring(0, hyphen)), strip(value.substring(hyphen + 1)), function);
        }
        return single;
    }

    private static Optional<String> range(String from, String to, Function<String, Optional<String>> function) {
        if (from.isEmpty() && to.isEmpty()) return Optional.empty();
        Optional<String> first = from.isEmpty() ? Optional.of("") : function.apply(from);
        Optional<String> last = to.isEmpty() ? Optional.of("") : function.apply(to);
        return first.flatMap(start -> last.map(end -> start + "-" + end));
    }

    /** The text without white space and NULs around it. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) <= ' ') start++;
        while (end > start && text.charAt(end - 1) <= ' ') end--;
        return text.substring(start, end);
    }
}
