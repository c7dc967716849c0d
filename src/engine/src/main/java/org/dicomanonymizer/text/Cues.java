// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dicomanonymizer.dicom.ResourceLines;

/** The words that tell that a name or an institution is near. */
final class Cues {
    enum Cue {
        TITLE,
        TITLE_OR_WORD,
        TITLE_PART,
        DEGREE,
        LABEL,
        BY,
        PARTICLE,
        INSTITUTION,
        INSTITUTION_NOUN,
        AT,
        AGE,
        AFTER_INITIALS,
        ADDRESS,
        LINK,
        LINK_IN_SMALL,
        AND,
        HONORIFIC
    }

    private static final Cues STANDARD = new Cues();

    private final Map<Cue, Set<String>> words = new EnumMap<>(Cue.class);

    private Cues() {
        for (Cue cue : Cue.values()) words.put(cue, new HashSet<>());
        for (String[] row : ResourceLines.rows(Cues.class, "cues.tsv")) {
            Cue cue = Cue.valueOf(row[0].toUpperCase(Locale.ROOT).replace('-', '_'));
            for (String word : row[1].split(" "))
                words.get(cue).add(Folding.fold(word).replace("'s", ""));
        }
    }

    static Cues standard() {
        return STANDARD;
    }

    /** Whether a folded word is a cue of a kind. */
    boolean is(Cue cue, String word) {
        return words.get(cue).contains(word);
    }

    /** All words of a kind, folded. */
    Set<String> all(Cue cue) {
        return words.get(cue);
    }

    /**
     * Whether a token is the title of a name. Those that have another meaning in capitals (DR, MR) count only where they are
     * written otherwise, or with a dot.
     */
    boolean isTitle(Token token, String text) {
        if (is(Cue.TITLE, token.folded())) return true;
        return is(Cue.TITLE_OR_WORD, token.folded()) && (token.shape() != Token.Shape.UPPER || isDotted(token, text));
    }

    /** Whether a word is one that is abbreviated with a dot where it stands beside a name. */
    static boolean isAbbreviation(String word) {
        return STANDARD.is(Cue.TITLE, word)
                || STANDARD.is(Cue.TITLE_OR_WORD, word)
                || STANDARD.is(Cue.TITLE_PART, word)
                || STANDARD.is(Cue.DEGREE, word)
                || word.equals("st");
    }

    static boolean isDotted(Token token, String text) {
        return token.end() < text.length() && text.charAt(token.end()) == '.';
    }
}
