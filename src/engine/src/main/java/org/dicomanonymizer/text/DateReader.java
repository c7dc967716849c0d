// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.dicom.ResourceLines;

/** Dates as people write them: day, month and year in any order, the month as a number or a word. */
final class DateReader {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern DICOM_DATE = Pattern.compile("(\\d{4})[-./]?(\\d{2})[-./]?(\\d{2}).*");
    private static final Map<String, Integer> MONTHS = months();
    private static final List<String[]> ERAS = ResourceLines.rows(DateReader.class, "eras.tsv");

    private DateReader() {}

    /** Adds the date of a value of VR DA or the like; false if it is none. */
    static boolean addDate(String value, Set<LocalDate> dates) {
        Matcher matcher = DICOM_DATE.matcher(value);
        if (!matcher.matches()) return false;
        try {
            return dates.add(LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))))
                    || true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /**
     * Whether a text that is a date may mean this one; where the writing leaves it open which number is the day, any will do.
     * A time of day behind the date does not matter.
     */
    static boolean tells(String text, LocalDate date) {
        List<String> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) numbers.add(matcher.group());
        if (numbers.isEmpty()) return false;
        if (numbers.get(0).length() >= 6) return compactForms(date).stream().anyMatch(numbers.get(0)::startsWith);
        int month = month(text);
        int named = month > 0 ? 1 : 0;
        if (numbers.size() + named < 3 || month > 0 && month != date.getMonthValue()) return false;
        int era = eraStart(text);
        int[] first = new int[3 - named];
        for (int i = 0; i < first.length; i++) first[i] = Integer.parseInt(numbers.get(i));
        if (era > 0) first[0] += era;
        return named == 1 ? isDayAndYear(first, date) : isDate(first, date);
    }

    private static boolean isDayAndYear(int[] numbers, LocalDate date) {
        return numbers[0] == date.getDayOfMonth() && isYear(numbers[1], date)
                || numbers[1] == date.getDayOfMonth() && isYear(numbers[0], date);
    }

    private static boolean isDate(int[] numbers, LocalDate date) {
        for (int year = 0; year < 3; year++) {
            int one = numbers[(year + 1) % 3];
            int other = numbers[(year + 2) % 3];
            boolean days = one == date.getDayOfMonth() && other == date.getMonthValue()
                    || other == date.getDayOfMonth() && one == date.getMonthValue();
            if (days && isYear(numbers[year], date)) return true;
        }
        return false;
    }

    private static boolean isYear(int number, LocalDate date) {
        return number == date.getYear() || number < 100 && number == date.getYear() % 100;
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String[] row : ResourceLines.rows(DateReader.class, "months.tsv"))
            for (String word : row[1].split(" ")) months.put(word, Integer.valueOf(row[0]));
        return months;
    }

    /** Whether a folded word is the name of a month, or short for one, in a language that is known. */
    static boolean isMonth(String word) {
        return MONTHS.containsKey(word);
    }

    /** The month that a word of the text names, 0 if none does. */
    private static int month(String text) {
        for (Token token : Tokens.of(text).list())
            if (token.isLetters() && isMonth(token.folded())) return MONTHS.get(token.folded());
        return 0;
    }

    private static int eraStart(String text) {
        String start = text.stripLeading().toUpperCase(Locale.ROOT);
        for (String[] era : ERAS) if (start.startsWith(era[0])) return Integer.parseInt(era[1]);
        return 0;
    }

    private static List<String> compactForms(LocalDate date) {
        String year = String.format(Locale.ROOT, "%04d", date.getYear());
        String month = String.format(Locale.ROOT, "%02d", date.getMonthValue());
        String day = String.format(Locale.ROOT, "%02d", date.getDayOfMonth());
        return List.of(year + month + day, day + month + year, month + day + year);
    }

    /** The usual writings in digits, for searches in bytes. */
    static List<String> numericForms(LocalDate date) {
        List<String> forms = new ArrayList<>(compactForms(date));
        String[] orders = {"%1$04d%4$s%2$02d%4$s%3$02d", "%3$02d%4$s%2$02d%4$s%1$04d", "%2$02d%4$s%3$02d%4$s%1$04d"};
        for (String order : orders)
            for (String separator : List.of("-", "/", "."))
                forms.add(String.format(
                        Locale.ROOT, order, date.getYear(), date.getMonthValue(), date.getDayOfMonth(), separator));
        return forms;
    }
}
