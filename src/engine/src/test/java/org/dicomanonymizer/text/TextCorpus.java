// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.ResourceLines;

/** The texts that the tests clean, from readable resources. */
final class TextCorpus {
    private TextCorpus() {}

    /** A text with identities, what the object tells, and what is to be left. */
    record Golden(String original, Identifiers identifiers, String expected) {
        @Override
        public String toString() {
            return original;
        }
    }

    static Stream<Golden> golden() {
        return lines("golden.txt").map(line -> {
            String[] fields = line.split("\\|", -1);
            return new Golden(fields[0].strip(), identifiers(fields[1]), fields[2].strip());
        });
    }

    /** A text, what the object tells, what must be gone from it, and the words that must stay. */
    record Key(Identifiers identifiers, String text, List<String> gone, List<String> stays) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Key> answerKey(String resource) {
        return lines(resource).map(line -> {
            String[] fields = line.split("\\|", -1);
            return new Key(identifiers(fields[0]), fields[1].strip(), list(fields[2], ";"), list(fields[3], " "));
        });
    }

    private static List<String> list(String entries, String separator) {
        return Arrays.stream(entries.split(separator))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    /** Texts that identify nobody. */
    static Stream<String> clinical() {
        return lines("clinical.txt");
    }

    /** Texts with places for names. */
    static Stream<String> planted() {
        return lines("planted.txt");
    }

    private static Stream<String> lines(String resource) {
        return new String(ResourceLines.bytes(TextCorpus.class, resource), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    /** Identifiers out of {@code kind: value; kind: value}. */
    static Identifiers identifiers(String list) {
        Identifiers.Builder identifiers = Identifiers.builder();
        for (String entry : list.split(";")) {
            int colon = entry.indexOf(':');
            if (colon < 0) continue;
            String kind =
                    entry.substring(0, colon).strip().toUpperCase(Locale.ROOT).replace(' ', '_');
            identifiers.add(Kind.valueOf(kind), entry.substring(colon + 1).strip());
        }
        return identifiers.build();
    }
}
