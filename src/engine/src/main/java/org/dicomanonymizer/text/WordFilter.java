// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dicomanonymizer.text.Token.Shape;

/**
 * The third layer of cleaning: words that are not known to be harmless go. It judges each word by itself; what the words
 * beside it change is for {@link NameContext}.
 */
final class WordFilter {
    /** What a word is by itself. */
    enum Verdict {
        /** Harmless. */
        KEEP,
        /** A word and a name: the words beside it decide. */
        HOMONYM,
        /** One letter. */
        INITIAL,
        /** A name of persons or places, or of a month. */
        NAME,
        /** Not known. */
        UNKNOWN,
        /** Found by an earlier layer. */
        GONE,
        /** Found by an earlier layer as a name, an address or the like. */
        GONE_NAME;

        boolean stays() {
            return this == KEEP || this == HOMONYM || this == INITIAL;
        }

        /** Whether words that belong to names go with it. */
        boolean isNameLike() {
            return this == NAME || this == UNKNOWN || this == GONE_NAME;
        }

        boolean isSurelyName() {
            return this == NAME || this == GONE_NAME;
        }
    }

    /** Mixtures of digits and letters that measure, number or name a technique: "5mm", "1.5T", "L4", "B31f", "512x512", "2nd". */
    private static final List<Pattern> FORMS = Arrays.stream(
                    Vocabulary.lines("forms.txt").toArray(String[]::new))
            .map(Pattern::compile)
            .toList();

    private static final int MAX_DIGITS = 4;
    private static final int LONGEST_WORD = 50;
    private static final int MAX_FRACTION = 6;
    private static final int MAX_CODE_LETTERS = 3;
    private static final Pattern VOWEL = Pattern.compile("[aeiouyàáâäæéèêëíïóôöøœúüаеиоуыэюяαεηιουω]");

    private final Vocabulary vocabulary;
    private final UnknownWords unknownWords;

    WordFilter(Vocabulary vocabulary, UnknownWords unknownWords) {
        this.vocabulary = vocabulary;
        this.unknownWords = unknownWords;
    }

    /** A verdict for each token; runs of ideographs are marked right away, since only parts of them may go. */
    Verdict[] judge(Tokens text, Removals removals) {
        List<Token> tokens = text.list();
        Verdict[] verdicts = new Verdict[tokens.size()];
        for (int first = 0, next; first < verdicts.length; first = next) {
            next = first + 1;
            while (next < verdicts.length
                    && tokens.get(next).word() == tokens.get(first).word()) next++;
            judgeWord(tokens, first, next, verdicts, removals);
        }
        for (int i = 0; i < verdicts.length; i++)
            if (tokens.get(i).shape() == Shape.RUN) verdicts[i] = judgeRun(tokens.get(i), removals);
        return verdicts;
    }

    private void judgeWord(List<Token> tokens, int first, int next, Verdict[] verdicts, Removals removals) {
        boolean touched = false;
        for (int i = first; i < next; i++) {
            Token token = tokens.get(i);
            if (token.shape() == Shape.RUN || !removals.touches(token)) continue;
            verdicts[i] = removals.isName(token) ? Verdict.GONE_NAME : Verdict.GONE;
            touched = true;
        }
        Verdict whole = touched || next == first + 1 ? null : judgeWhole(tokens.subList(first, next));
        for (int i = first; i < next; i++)
            if (tokens.get(i).shape() == Shape.RUN) verdicts[i] = Verdict.KEEP;
            else if (verdicts[i] == null) verdicts[i] = whole == null ? judgeToken(tokens.get(i)) : whole;
        if (whole == null && next > first + 1) judgeMixture(tokens, first, next, verdicts);
    }

    /** A word of several tokens that is known as it is; null if its tokens have to be judged. */
    private Verdict judgeWhole(List<Token> tokens) {
        StringBuilder joined = new StringBuilder();
        boolean digits = false;
        for (Token token : tokens) {
            joined.append(token.folded());
            digits |= !token.isLetters();
        }
        String word = joined.toString();
        if (vocabulary.allows(word)) return Verdict.KEEP;
        if (vocabulary.isName(word)) return Verdict.NAME;
        return digits && FORMS.stream().anyMatch(form -> form.matcher(word).matches()) ? Verdict.KEEP : null;
    }

    /** Letters and digits in one word are a number given to somebody, unless the letters are words and the digits few. */
    private static void judgeMixture(List<Token> tokens, int first, int next, Verdict[] verdicts) {
        int digits = 0;
        int letters = 0;
        boolean unknown = false;
        for (int i = first; i < next; i++) {
            Token token = tokens.get(i);
            if (!token.isLetters()) digits += token.end() - token.start();
            else if (token.folded().length() == 1) letters++;
            unknown |= verdicts[i] == Verdict.UNKNOWN;
        }
        if (digits == 0) return;
        boolean code = digits > MAX_DIGITS || letters > 2 || unknown;
        for (int i = first; i < next; i++) {
            Token token = tokens.get(i);
            boolean part = !token.isLetters() || token.folded().length() <= (unknown ? MAX_CODE_LETTERS : 1);
            if (code && part && verdicts[i].stays()) verdicts[i] = Verdict.UNKNOWN;
        }
    }

    private Verdict judgeToken(Token token) {
        String word = token.folded();
        if (token.shape() == Shape.DIGITS) return word.length() <= MAX_FRACTION ? Verdict.KEEP : Verdict.UNKNOWN;
        if (token.isInitial()) return Verdict.INITIAL;
        if (vocabulary.allows(word)) return vocabulary.isName(word) ? Verdict.HOMONYM : Verdict.KEEP;
        if (vocabulary.isEponym(word)) return Verdict.HOMONYM;
        if (vocabulary.isName(word)) return Verdict.NAME;
        return isWordLike(token) ? Verdict.KEEP : Verdict.UNKNOWN;
    }

    private boolean isWordLike(Token token) {
        String word = token.folded();
        if (unknownWords == UnknownWords.REMOVE || word.length() > LONGEST_WORD) return false;
        boolean lower = token.shape() == Shape.LOWER;
        if (vocabulary.endsLikeWord(word, lower) || vocabulary.isPrefixed(word) || vocabulary.isCompound(word))
            return true;
        if (vocabulary.isInflected(word, lower)) return true;
        if (token.shape() == Shape.UPPER) return vocabulary.isModalityAndWord(word);
        return lower
                && unknownWords == UnknownWords.KEEP_LOWER_CASE
                && word.length() > 2
                && VOWEL.matcher(word).find();
    }

    /** Keeps the listed words of a run; one sign alone is kept only where nothing unknown is beside it. */
    private Verdict judgeRun(Token token, Removals removals) {
        String run = token.folded();
        if (run.length() != token.end() - token.start() || removals.isGone(token))
            return judgeWholeRun(token, removals);
        int[] lengths = new int[run.length()];
        for (int at = 0; at < run.length(); ) {
            boolean gone = removals.isGone(token.start() + at);
            int length = gone ? 0 : vocabulary.longestAt(run, at);
            while (length > 1 && removals.isGone(token.start() + at + length - 1)) length--;
            for (int i = 0; i < length; i++) lengths[at + i] = length;
            at += Math.max(length, 1);
        }
        spreadUnknown(lengths);
        boolean unknown = false;
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] > 0) continue;
            unknown = true;
            if (!removals.isGone(token.start() + i))
                removals.mark(token.start() + i, token.start() + i + 1, "unknown word", true);
        }
        return unknown && removals.isGone(token) ? Verdict.GONE_NAME : Verdict.KEEP;
    }

    private static void spreadUnknown(int[] lengths) {
        for (int i = 1; i < lengths.length; i++) if (lengths[i] == 1 && lengths[i - 1] == 0) lengths[i] = 0;
        for (int i = lengths.length - 2; i >= 0; i--) if (lengths[i] == 1 && lengths[i + 1] == 0) lengths[i] = 0;
    }

    private Verdict judgeWholeRun(Token token, Removals removals) {
        if (removals.touches(token)) return Verdict.GONE_NAME;
        return vocabulary.allows(token.folded()) ? Verdict.KEEP : Verdict.UNKNOWN;
    }

    /** Tells of places of a text whether all words in them are harmless by themselves, and at least one is no single letter. */
    TextPatterns.Clinical clinical(Tokens text) {
        return new TextPatterns.Clinical() {
            private Verdict[] verdicts;

            @Override
            public boolean between(int start, int end) {
                if (verdicts == null) verdicts = judge(text, new Removals());
                boolean word = false;
                for (int i = text.tokenAt(start);
                        i < verdicts.length && text.list().get(i).start() < end;
                        i++) {
                    if (verdicts[i] != Verdict.KEEP && verdicts[i] != Verdict.INITIAL) return false;
                    word |= text.list().get(i).folded().length() > 1;
                }
                return word;
            }
        };
    }
}
