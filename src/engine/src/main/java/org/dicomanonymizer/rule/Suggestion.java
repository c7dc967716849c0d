// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;

/** What the author of a configuration may have meant. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * A question to add to a message, such as {@code ; did you mean "PatientID"?}; empty if no known name is near.
     *
     * @param given what was written
     * @param known what could have been
     */
    public static String among(String given, Stream<String> known) {
        return nearest(given, known)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
    }

    /** The name that is nearest to a text, if one is near. */
    public static Optional<String> nearest(String given, Stream<String> known) {
        String wanted = plain(given);
        String[] best = {null};
        int[] least = {Math.min(3, wanted.length() / 3) + 1};
        known.forEach(name -> {
            int distance = distance(wanted, plain(name), least[0]);
            if (distance < least[0]) {
                least[0] = distance;
                best[0] = name;
            }
        });
        return Optional.ofNullable(best[0]);
    }

    /** The keyword that is nearest to a text, if one is near. */
    static Optional<String> nearestAttribute(String text) {
        return nearest(text, Dictionary.standard().entries().map(DictionaryEntry::keyword));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_ ']", "").toLowerCase(Locale.ROOT);
    }

    /** The number of letters to insert, delete, exchange or swap; given up as soon as it reaches a limit. */
    private static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) return limit;
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        for (int j = 0; j < last.length; j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                least = Math.min(least, row[j]);
            }
            if (least >= limit) return limit;
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
