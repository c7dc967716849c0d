// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.dicom.ResourceLines;

/**
 * The second layer of cleaning: forms of text that identify by themselves, such as dates, telephone numbers, addresses and
 * insurance numbers. They are data, compiled once; none of them repeats what repeats itself, so that text made up to stall a
 * matcher does not.
 */
final class TextPatterns {
    private static final String MONTH = "MONTH";
    private static final String ONLY = "x";
    private static final Pattern PART = Pattern.compile("%([A-Z]+)%");
    private static final TextPatterns STANDARD = new TextPatterns();

    /**
     * A place that a pattern matches.
     *
     * @param name     of the pattern
     * @param nameLike whether it is a name or an address, to which titles and the like belong
     */
    record Found(String name, int start, int end, boolean nameLike) {}

    private record Form(
            String name,
            int digits,
            List<String> needs,
            Pattern pattern,
            boolean caseMatters,
            boolean unlessClinical,
            boolean nameLike,
            boolean part) {}

    /** Tells whether all words between two places of the text are clinical ones. */
    interface Clinical {
        boolean between(int start, int end);
    }

    private final List<Form> forms = new ArrayList<>();
    private final List<Form> dates;

    private TextPatterns() {
        Map<String, String> parts = new HashMap<>();
        for (String[] row : ResourceLines.rows(TextPatterns.class, "patterns.tsv")) {
            if (row[0].startsWith("=")) parts.put(row[0].substring(1), fill(row[1], parts));
            else forms.add(form(row, fill(row[3], parts)));
        }
        dates = forms.stream().filter(form -> form.name().startsWith("date")).toList();
    }

    private static Form form(String[] row, String regex) {
        String flags = row[2];
        String[] needs = row[1].split(":", 2);
        return new Form(
                row[0],
                Integer.parseInt(needs[0]),
                needs.length == 1 ? List.of() : List.of(needs[1].split("\\|")),
                Pattern.compile(regex),
                flags.contains("s"),
                flags.contains("u"),
                flags.contains("n"),
                regex.contains("(?<" + ONLY + ">"));
    }

    private static String fill(String regex, Map<String, String> parts) {
        return PART.matcher(regex).replaceAll(match -> {
            String part = parts.get(match.group(1));
            if (part == null) throw new IllegalStateException("patterns.tsv uses an undefined part " + match.group());
            return Matcher.quoteReplacement(part);
        });
    }

    static TextPatterns standard() {
        return STANDARD;
    }

    /** All places that identify, in no order; they may overlap. */
    List<Found> find(Tokens text, Clinical clinical) {
        return find(text, forms, clinical);
    }

    /** The places that tell a date. */
    List<Found> dates(Tokens text) {
        return find(text, dates, (start, end) -> false);
    }

    private static List<Found> find(Tokens tokens, List<Form> forms, Clinical clinical) {
        String narrow = Folding.narrow(tokens.text());
        String small = small(narrow);
        int digits = (int) narrow.chars().filter(c -> c >= '0' && c <= '9').count();
        boolean month =
                tokens.list().stream().anyMatch(token -> token.isLetters() && DateReader.isMonth(token.folded()));
        List<Found> found = new ArrayList<>();
        for (Form form : forms) {
            if (digits < form.digits() || !mayMatch(form, small, month)) continue;
            Matcher matcher = form.pattern().matcher(form.caseMatters() ? narrow : small);
            while (matcher.find()) {
                int start = form.part() ? matcher.start(ONLY) : matcher.start();
                int end = form.part() ? matcher.end(ONLY) : matcher.end();
                if (end > start && !(form.unlessClinical() && clinical.between(start, end)))
                    found.add(new Found(form.name(), start, end, form.nameLike()));
            }
        }
        return found;
    }

    private static boolean mayMatch(Form form, String small, boolean month) {
        if (form.needs().isEmpty()) return true;
        for (String need : form.needs()) if (need.equals(MONTH) ? month : small.contains(need)) return true;
        return false;
    }

    /** In small letters, without changing the length: several times faster than matching regardless of case. */
    private static String small(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) chars[i] = Character.toLowerCase(chars[i]);
        return new String(chars);
    }
}
