// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.text.Token.Shape;

/**
 * Tells whether a word that somebody in the object is called is meant as a word: "long axis" of Ms Long, "CT head" of Mr Head.
 * It takes evidence to say so, since what is taken for a word stays.
 */
final class Homonyms {
    private static final Homonyms STANDARD = new Homonyms();
    private static final int MAX_GAP = 3;
    private static final int MAX_SKIPPED = 2;
    private static final int LEAST_FUNCTION_WORDS = 2;
    /** Weightings and measures beside a part of the body: "T2 HEAD", "5mm HEAD". */
    private static final Pattern MEASURE = Pattern.compile("t[12]|\\d+(?:mm|cm|ml|t)");

    private final Map<String, Set<String>> lists = new HashMap<>();
    /** What proves a word from behind, from before, and from any side: words, or the clinical words of its language. */
    private final Map<String, Set<String>> next = new HashMap<>();

    private final Map<String, Set<String>> previous = new HashMap<>();
    private final Map<String, Set<String>> clinical = new HashMap<>();
    /** The words with accents as they are written. */
    private final Set<String> accented = new HashSet<>();

    private Homonyms() {
        Map<String, Set<String>> languages = new HashMap<>();
        for (String[] row : ResourceLines.rows(Homonyms.class, "homonyms.tsv")) {
            Set<String> words = folded(row[1]);
            accented.addAll(List.of(row[1].split(" ")));
            lists.computeIfAbsent(row[0], any -> new HashSet<>()).addAll(words);
            switch (row[0]) {
                case "part", "usual" -> put(words, languages.computeIfAbsent(row[2], Homonyms::wordsOf), clinical);
                case "before", "small" -> put(words, folded(row[2]), next);
                case "after" -> put(words, folded(row[2]), previous);
                default -> {}
            }
        }
    }

    private static void put(Set<String> words, Set<String> companions, Map<String, Set<String>> into) {
        for (String word : words)
            into.computeIfAbsent(word, any -> new HashSet<>()).addAll(companions);
    }

    private static Set<String> folded(String words) {
        Set<String> folded = new HashSet<>();
        for (String word : words.split(" ")) Vocabulary.add(word, folded);
        return folded;
    }

    /** The words of some lists of the vocabulary. */
    private static Set<String> wordsOf(String lists) {
        Set<String> words = new HashSet<>();
        for (String list : lists.split(" "))
            Vocabulary.lines("words/" + list + ".txt").forEach(word -> Vocabulary.add(word, words));
        return words;
    }

    static Homonyms standard() {
        return STANDARD;
    }

    private boolean is(String list, String word) {
        return lists.get(list).contains(word);
    }

    /** Whether a folded word is a part of the body. */
    boolean isPart(String word) {
        return is("part", word);
    }

    /** Whether a folded word is a part of the body, or as usual in descriptions. */
    boolean isUsual(String word) {
        return clinical.containsKey(word);
    }

    /**
     * Whether a token is certainly meant as a word.
     *
     * @param isOwn tells of folded words whether somebody in the object is called so: such proves nothing
     */
    boolean isWord(Tokens text, int token, Vocabulary vocabulary, Predicate<String> isOwn) {
        return new Reading(text, vocabulary, isOwn).isWord(token);
    }

    /**
     * Whether a word and usual name stands where names do, with a capital and nothing to show that the word is meant; nobody in
     * the object needs to be called so.
     */
    boolean standsAsName(Tokens text, int token, Vocabulary vocabulary) {
        return new Reading(text, vocabulary, word -> false).standsAsName(token);
    }

    /** One text being judged. */
    private final class Reading {
        private final Tokens text;
        private final List<Token> tokens;
        private final Vocabulary vocabulary;
        private final Predicate<String> isOwn;

        Reading(Tokens text, Vocabulary vocabulary, Predicate<String> isOwn) {
            this.text = text;
            this.tokens = text.list();
            this.vocabulary = vocabulary;
            this.isOwn = isOwn;
        }

        boolean isWord(int i) {
            if (isJoined(i) || isWrittenOtherwise(i)) return false;
            Token token = tokens.get(i);
            String word = token.folded();
            boolean fits = !is("small", word) || token.shape() == Shape.LOWER;
            if (fits && isBeside(i, i + 1) && proves(next.get(word), i + 1)) return true;
            if (isBeside(i - 1, i) && proves(previous.get(word), i - 1)) return true;
            if (clinical.containsKey(word) && !standsOut(i) && (hasClinical(i, 1) || hasClinical(i, -1))) return true;
            return token.shape() == Shape.LOWER && (isFunctionWord(i) || isInSentence(i));
        }

        boolean standsAsName(int i) {
            Token token = tokens.get(i);
            if (is("alone", token.folded()) || isWord(i)) return false;
            return switch (token.shape()) {
                case UPPER -> isSetOff(i) || !is("verb", token.folded()) && isWithClinicalWord(i);
                case TITLE -> isSetOff(i) || !startsSentence(i) && isAmongSmall(i);
                default -> false;
            };
        }

        private boolean startsSentence(int i) {
            return i == 0 || gap(i - 1).chars().anyMatch(c -> ".:;!?\n\r".indexOf(c) >= 0);
        }

        /** Whether words are written in small letters, but for those that start a sentence. */
        private boolean isAmongSmall(int i) {
            boolean small = false;
            for (int other = 0; other < tokens.size(); other++) {
                Token token = tokens.get(other);
                if (other == i || token.folded().length() < 3 || !vocabulary.allows(token.folded())) continue;
                if (token.shape() == Shape.TITLE && !vocabulary.isName(token.folded()) && !startsSentence(other))
                    return false;
                small |= token.shape() == Shape.LOWER;
            }
            return small;
        }

        private boolean isWithClinicalWord(int i) {
            for (int other = 0; other < tokens.size(); other++) {
                String word = tokens.get(other).folded();
                if (other != i && word.length() > 1 && vocabulary.allows(word) && !vocabulary.isName(word)) return true;
            }
            return false;
        }

        /** Whether a word is all that stands between commas, brackets or dashes: "KNEE, WALKER". */
        private boolean isSetOff(int i) {
            return tokens.size() > 1 && (i == 0 || isBreak(gap(i - 1))) && (i + 1 == tokens.size() || isBreak(gap(i)));
        }

        private static boolean isBreak(String gap) {
            return gap.chars().anyMatch(c -> ",;()[]".indexOf(c) >= 0) || gap.equals(" - ");
        }

        private String gap(int i) {
            return text.text().substring(tokens.get(i).end(), tokens.get(i + 1).start());
        }

        private boolean proves(Set<String> companions, int other) {
            return companions != null && companions.contains(tokens.get(other).folded());
        }

        /** Whether a word has accents that no word of the lists has: "Löwer" is not "lower". */
        private boolean isWrittenOtherwise(int i) {
            String written =
                    text.text().substring(tokens.get(i).start(), tokens.get(i).end());
            return written.chars().anyMatch(c -> c >= 0x80) && !accented.contains(written.toLowerCase(Locale.ROOT));
        }

        /** Whether digits are written to a word: "Doe1". */
        private boolean isJoined(int i) {
            return i > 0 && tokens.get(i - 1).word() == tokens.get(i).word()
                    || i + 1 < tokens.size()
                            && tokens.get(i + 1).word() == tokens.get(i).word();
        }

        /** Whether a word has a capital where a clinical one would not: "CT chest Head". */
        private boolean standsOut(int i) {
            return tokens.get(i).shape() == Shape.TITLE
                    && isBeside(i - 1, i)
                    && tokens.get(i - 1).shape() == Shape.LOWER
                    && !isFunction(i - 1);
        }

        /** Whether the next word that says anything is clinical: "head of the FEMUR". */
        private boolean hasClinical(int i, int step) {
            Set<String> words = clinical.get(tokens.get(i).folded());
            for (int skipped = 0, at = i; skipped <= MAX_SKIPPED; skipped++, at += step) {
                int other = at + step;
                if (!isBeside(Math.min(at, other), Math.max(at, other))) return false;
                if (isMeasure(other)) return true;
                if (isFunction(other) && !is("usual", tokens.get(other).folded())) continue;
                return isClinical(tokens.get(other).folded(), words);
            }
            return false;
        }

        private boolean isClinical(String word, Set<String> words) {
            if (word.length() < 2 || isOwn.test(word)) return false;
            return is("also", word) || words.contains(word) && !vocabulary.isName(word) && !is("neutral", word);
        }

        private boolean isFunction(int i) {
            return is("function", tokens.get(i).folded());
        }

        private boolean isMeasure(int i) {
            int first = i;
            int last = i;
            while (first > 0 && tokens.get(first - 1).word() == tokens.get(i).word()) first--;
            while (last + 1 < tokens.size()
                    && tokens.get(last + 1).word() == tokens.get(i).word()) last++;
            if (first == last) return false;
            StringBuilder word = new StringBuilder();
            for (int part = first; part <= last; part++)
                word.append(tokens.get(part).folded());
            return MEASURE.matcher(word).matches();
        }

        private boolean isFunctionWord(int i) {
            return isFunction(i) && isSmallWord(i + 1, i) && functionsBeside(i) > 0;
        }

        /** An article leads to a word; so does what stands between words of a sentence, unless it is a usual name. */
        private boolean isInSentence(int i) {
            if (!isSmallWord(i - 1, i) || is("leading", tokens.get(i - 1).folded())) return false;
            if (is("article", tokens.get(i - 1).folded())) return true;
            return !vocabulary.isName(tokens.get(i).folded())
                    && isSmallWord(i + 1, i)
                    && functionsBeside(i) >= LEAST_FUNCTION_WORDS;
        }

        /** Whether a token is a word in small letters beside another one, and nobody's name. */
        private boolean isSmallWord(int other, int i) {
            return isBeside(Math.min(i, other), Math.max(i, other))
                    && tokens.get(other).shape() == Shape.LOWER
                    && vocabulary.allows(tokens.get(other).folded())
                    && !isOwn.test(tokens.get(other).folded());
        }

        private int functionsBeside(int i) {
            int functions = 0;
            for (int other = 0; other < tokens.size(); other++)
                if (other != i && tokens.get(other).shape() == Shape.LOWER && isFunction(other)) functions++;
            return functions;
        }

        /** Whether two tokens are of one phrase. */
        private boolean isBeside(int first, int second) {
            if (first < 0 || second >= tokens.size()) return false;
            String gap = gap(first);
            return gap.length() <= MAX_GAP && gap.chars().allMatch(c -> " _-/+&\t".indexOf(c) >= 0);
        }
    }
}
