// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Cleans texts whose expectations were written before they were ever cleaned: what identifies has to be gone, all of it; of what
 * is clinical at least the share that is stated per file has to stay.
 */
class AnswerKeyTest {
    private static final int SHORTEST_ANYWHERE = 4;

    @ParameterizedTest
    @CsvSource({"answer-key-1.txt, 0.97", "answer-key-2.txt, 0.98"})
    void all_that_identifies_goes_and_nearly_all_that_is_clinical_stays(String file, double leastKept) {
        List<String> leaks = new ArrayList<>();
        List<String> losses = new ArrayList<>();
        int identifying = 0;
        int clinical = 0;
        for (TextCorpus.Key key : TextCorpus.answerKey(file).toList()) {
            String cleaned =
                    TextCleaner.standard().clean(key.text(), key.identifiers()).text();
            String result = Folding.fold(cleaned);
            for (String gone : key.gone()) {
                identifying++;
                if (tells(result, Folding.fold(gone), gone.length() >= SHORTEST_ANYWHERE))
                    leaks.add(gone + ": " + key.text() + " -> " + cleaned);
            }
            for (String stays : key.stays()) {
                clinical++;
                if (!tells(result, Folding.fold(stays), false))
                    losses.add(stays + ": " + key.text() + " -> " + cleaned);
            }
        }

        assertThat(leaks).as("left of %d that identify", identifying).isEmpty();
        assertThat(1 - (double) losses.size() / clinical)
                .as("share kept of %d clinical words, without%n%s", clinical, String.join("\n", losses))
                .isGreaterThanOrEqualTo(leastKept);
    }

    /** Whether a text contains a piece, anywhere or with no letter or digit of its own script beside it. */
    private static boolean tells(String text, String piece, boolean anywhere) {
        boolean run = NameParts.isRun(piece);
        for (int at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
            int end = at + piece.length();
            boolean apart = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (anywhere || run || apart) return true;
        }
        return false;
    }
}
