// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.List;
import org.dicomanonymizer.text.Cues.Cue;
import org.dicomanonymizer.text.Token.Shape;
import org.dicomanonymizer.text.WordFilter.Verdict;

/** Names of institutions that are made of words: "from Pine Ridge Community Hospital", "Hospital del Mar". */
final class InstitutionNames {
    private static final int MAX_NAME = 4;

    private final Tokens text;
    private final List<Token> tokens;
    private final Verdict[] verdicts;
    private final Cues cues = Cues.standard();

    InstitutionNames(Tokens text, Verdict[] verdicts) {
        this.text = text;
        this.tokens = text.list();
        this.verdicts = verdicts;
    }

    /** Changes the verdicts. */
    void apply() {
        for (int i = 0; i < verdicts.length; i++) {
            Token noun = tokens.get(i);
            if (!noun.isCapitalised()) continue;
            if (cues.is(Cue.INSTITUTION_NOUN, noun.folded())) mark(firstBefore(i), i, lastAfter(i));
            else if (cues.is(Cue.INSTITUTION, noun.folded()) && noun.shape() == Shape.TITLE) markLedTo(i);
        }
    }

    private void mark(int first, int noun, int last) {
        if (first == noun && last == noun) return;
        for (int i = first; i <= last; i++) if (verdicts[i].stays()) verdicts[i] = Verdict.NAME;
    }

    /** "from Cedar Hollow Regional": what is no noun by itself needs something that leads to it. */
    private void markLedTo(int noun) {
        int first = start(noun);
        if (isLedTo(first)) mark(first, noun, noun);
    }

    private int start(int noun) {
        int first = noun;
        while (first > 0 && noun - first < MAX_NAME && isPartOfName(first - 1, noun)) first--;
        return first;
    }

    private boolean isLedTo(int first) {
        return first > 0
                && isBlank(first - 1)
                && cues.is(Cue.AT, tokens.get(first - 1).folded());
    }

    /** Where the name in front of a noun starts: what leads to it or sets it off shows how far it goes, else no clinical word is part of it. */
    private int firstBefore(int noun) {
        int first = start(noun);
        if (isLedTo(first) || first > 0 && !isBlank(first - 1)) return first;
        if (tokens.get(noun).shape() == Shape.UPPER) return firstLedTo(first, noun);
        int from = noun;
        while (from > first && !Homonyms.standard().isUsual(tokens.get(from - 1).folded())) from--;
        return from;
    }

    /** In capitals "AT" is part of what looks like a name. */
    private int firstLedTo(int first, int noun) {
        for (int i = noun - 1; i >= first; i--)
            if (cues.is(Cue.AT, tokens.get(i).folded())) return i + 1;
        return noun;
    }

    private boolean isPartOfName(int i, int noun) {
        Token token = tokens.get(i);
        boolean apostrophe =
                token.folded().equals("s") && i > 0 && tokens.get(i - 1).word() == token.word();
        return (apostrophe || isBlank(i) || tokens.get(i + 1).word() == token.word())
                && (apostrophe || token.shape() == tokens.get(noun).shape());
    }

    /** Where the name behind a noun ends: capitalised words, and particles that lead to them. */
    private int lastAfter(int noun) {
        int last = noun;
        boolean particle = false;
        for (int i = noun + 1; i < tokens.size() && i - noun <= MAX_NAME && isBlank(i - 1); i++) {
            Token token = tokens.get(i);
            if (cues.is(Cue.PARTICLE, token.folded())) {
                particle = true;
                continue;
            }
            boolean named = particle || verdicts[i].isNameLike();
            if (!named || token.shape() != Shape.TITLE) break;
            last = i;
        }
        return last;
    }

    /** Whether a blank, a hyphen or an apostrophe joins a token and the next one. */
    private boolean isBlank(int i) {
        String gap =
                text.text().substring(tokens.get(i).end(), tokens.get(i + 1).start());
        return gap.equals(" ") || gap.equals("-") || gap.equals("'") || gap.equals(". ");
    }
}
