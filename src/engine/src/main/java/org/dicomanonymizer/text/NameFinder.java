// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.text.Cues.Cue;
import org.dicomanonymizer.text.NameKey.Way;

/** Finds names, numbers and other values of an object in text, whatever separates their letters and digits. */
final class NameFinder {
    private static final int LEAST_INSIDE = 5;
    private static final int MAX_GAP = 4;

    private record Match(NameKey key, int from, int to) {}

    private final Vocabulary vocabulary;
    private final Cues cues = Cues.standard();
    private final Homonyms homonyms = Homonyms.standard();
    private final NameKeys keys;

    NameFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.keys = new NameKeys(vocabulary);
    }

    /** Makes a value known; only before the first search. */
    void add(Kind kind, String value) {
        keys.add(kind, value);
    }

    /** The places of a text that tell any of the values, in order. */
    List<Hit> find(Tokens text) {
        List<Match> matches = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            Match match = longestAt(text, from);
            if (match != null) matches.add(match);
            from = match == null ? from + 1 : match.to();
        }
        boolean[] sure = new boolean[matches.size()];
        for (int i = 0; i < sure.length; i++) sure[i] = isSure(matches.get(i), text);
        spread(matches, sure, text);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < sure.length; i++) if (sure[i]) hits.add(hit(matches.get(i), text));
        return hits;
    }

    private Match longestAt(Tokens text, int from) {
        boolean start = text.startAt(from) != Tokens.INSIDE;
        if (!start && keys.next(Trie.ROOT, text.folded(from)) == Trie.NONE) return null;
        Match best = null;
        int node = Trie.ROOT;
        for (int at = from; at < text.length(); ) {
            node = keys.next(node, text.folded(at++));
            if (node == Trie.NONE) break;
            NameKey key = keys.at(node);
            if (key != null && mayBe(key, text, from, at)) best = new Match(key, from, at);
        }
        return best;
    }

    private boolean mayBe(NameKey key, Tokens text, int from, int to) {
        boolean whole = text.startAt(from) != Tokens.INSIDE && text.startAt(to) != Tokens.INSIDE;
        return switch (key.way()) {
            case RUN -> true;
            case NUMBER -> isWholeNumber(text, from, to, key) && gapsUpTo(2, text, from, to);
            case JOINED -> whole && gapsUpTo(MAX_GAP, text, from, to);
            case DOUBTFUL, ACCOMPANIED ->
                whole && words(text, from, to) == 1 || NameParts.isRun(String.valueOf(text.folded(from)));
            case INITIALS -> whole && isDotted(text, from, to);
            case WORD -> whole ? words(text, from, to) == 1 || isSpaced(text, from, to) : isInside(text, from, to);
        };
    }

    /** A number does not go on with further digits, but for zeros in front; a long one may stand anywhere. */
    private static boolean isWholeNumber(Tokens text, int from, int to, NameKey key) {
        if (key.length() > 7) return true;
        boolean goesOn = text.startAt(to) == Tokens.INSIDE;
        boolean begins = text.startAt(from) != Tokens.INSIDE;
        int before = from;
        while (!begins && before > 0 && text.folded(before - 1) == '0')
            begins = text.startAt(--before) != Tokens.INSIDE;
        return begins && !goesOn;
    }

    private static boolean gapsUpTo(int most, Tokens text, int from, int to) {
        for (int i = from + 1; i < to; i++) if (text.origin(i) - text.endOf(i - 1) > most) return false;
        return true;
    }

    private static int words(Tokens text, int from, int to) {
        int words = 1;
        for (int i = from + 1; i < to; i++) if (text.startAt(i) == Tokens.HARD) words++;
        return words;
    }

    /** "S M I T H", "O Brien", "Smi-th": one word spelt in pieces, of which at least one means nothing. */
    private boolean isSpaced(Tokens text, int from, int to) {
        if (!gapsUpTo(1, text, from, to)) return false;
        int last = text.tokenAt(text.origin(to - 1));
        for (int i = text.tokenAt(text.origin(from)); i <= last; i++) {
            String piece = text.list().get(i).folded();
            if (piece.length() == 1 || !vocabulary.allows(piece)) return true;
        }
        return false;
    }

    /** A name within a longer word that means nothing itself: "jsmith2", "smithfamily". */
    private boolean isInside(Tokens text, int from, int to) {
        if (to - from < LEAST_INSIDE || words(text, from, to) > 1) return false;
        String token = text.list().get(text.tokenAt(text.origin(from))).folded();
        return !vocabulary.allows(token) && !vocabulary.endsLikeWord(token, true) && !vocabulary.isCompound(token);
    }

    private static boolean isDotted(Tokens text, int from, int to) {
        for (int i = from; i < to; i++) {
            int end = text.endOf(i);
            if (end >= text.text().length() || text.text().charAt(end) != '.') return false;
        }
        return true;
    }

    private boolean isSure(Match match, Tokens text) {
        if (!match.key().way().isDoubtful()) return true;
        int token = text.tokenAt(text.origin(match.from()));
        if (token > 0) {
            Token before = text.list().get(token - 1);
            String gap =
                    text.text().substring(before.end(), text.list().get(token).start());
            if (cues.isTitle(before, text.text()) && gap.length() <= 2) return true;
            if (cues.is(Cue.LABEL, before.folded()) && gap.contains(":")) return true;
        }
        if (vocabulary.isName(match.key().text()) && isCapitalisedAmongSmall(text, token)) return true;
        int end = text.tokenAt(text.origin(match.to() - 1)) + 1;
        if (end < text.list().size() && match.key().length() < 3) {
            String after = text.list().get(end).folded();
            if (cues.all(Cue.HONORIFIC).stream().anyMatch(after::startsWith)) return true;
        }
        if (token == 0 && end == text.list().size() && words(text, match.from(), match.to()) == 1) return true;
        return match.key().way() == Way.DOUBTFUL && !homonyms.isWord(text, token, vocabulary, keys::contains);
    }

    /** "Mark left knee": a capital means something where not every word has one. */
    private static boolean isCapitalisedAmongSmall(Tokens text, int token) {
        return text.list().get(token).shape() == Token.Shape.TITLE
                && text.list().stream()
                        .anyMatch(other -> other.shape() == Token.Shape.LOWER
                                && other.folded().length() > 2);
    }

    /** What stands beside a name that is sure is one, too; also across one initial. */
    private static void spread(List<Match> matches, boolean[] sure, Tokens text) {
        for (int i = 1; i < sure.length; i++)
            if (sure[i - 1] && !sure[i] && areNeighbours(matches.get(i - 1), matches.get(i), text)) sure[i] = true;
        for (int i = sure.length - 2; i >= 0; i--)
            if (sure[i + 1] && !sure[i] && areNeighbours(matches.get(i), matches.get(i + 1), text)) sure[i] = true;
    }

    private static boolean areNeighbours(Match first, Match second, Tokens text) {
        if (first.key().equals(second.key())
                || !first.key().kind().isName()
                || !second.key().kind().isName()) return false;
        int between = second.from() - first.to();
        return between <= 1 && text.origin(second.from()) - text.endOf(first.to() - 1) <= MAX_GAP + between;
    }

    /** A name within a word takes the whole word with it. */
    private static Hit hit(Match match, Tokens text) {
        int start = text.origin(match.from());
        int end = text.endOf(match.to() - 1);
        if (match.key().way() == Way.WORD) {
            start = Math.min(start, text.list().get(text.tokenAt(start)).start());
            end = Math.max(
                    end,
                    text.list().get(text.tokenAt(text.origin(match.to() - 1))).end());
        }
        return new Hit(match.key().kind(), start, end, match.key().way().isDoubtful());
    }
}
