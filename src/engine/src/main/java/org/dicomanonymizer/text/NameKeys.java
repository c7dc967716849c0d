// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.text.Cues.Cue;
import org.dicomanonymizer.text.NameKey.Way;

/** Makes of the values of an object the spellings by which they are found in text, and looks these up letter by letter. */
final class NameKeys {
    private static final int LEAST_NUMBER = 4;

    private final Vocabulary vocabulary;
    private final Cues cues = Cues.standard();
    private final Trie trie = new Trie();
    private final List<NameKey> keys = new ArrayList<>();

    NameKeys(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Makes a value known; only before the first search. */
    void add(Kind kind, String value) {
        switch (kind) {
            case PATIENT_NAME, PERSON_NAME -> addName(kind, value);
            case PHONE -> addPhone(value);
            case ADDRESS, INSTITUTION -> addPhrase(kind, value);
            default -> addNumber(kind, value);
        }
    }

    private void addName(Kind kind, String value) {
        NameParts name = NameParts.of(value);
        boolean person = kind == Kind.PATIENT_NAME || name.parts().stream().anyMatch(this::isNoPlainWord);
        for (String part : name.parts()) put(part, kind, wayOf(part, person));
        for (String part : name.companions()) put(part, kind, Way.ACCOMPANIED);
        for (String spelling : name.joined()) put(spelling, kind, NameParts.isRun(spelling) ? Way.RUN : Way.JOINED);
        for (String letters : name.initials()) put(letters, kind, Way.INITIALS);
    }

    /** "CT TECH" and "NONE" stand in the place of a name, and are none. */
    private boolean isNoPlainWord(String part) {
        return vocabulary.isName(part) || !vocabulary.allows(part);
    }

    private Way wayOf(String part, boolean person) {
        if (NameParts.isRun(part)) return part.codePointCount(0, part.length()) > 1 ? Way.RUN : Way.ACCOMPANIED;
        boolean doubtful =
                part.length() < 3 || vocabulary.allows(part) || cues.is(Cue.PARTICLE, part) || cues.is(Cue.LINK, part);
        if (!doubtful) return Way.WORD;
        return person ? Way.DOUBTFUL : Way.ACCOMPANIED;
    }

    /** The whole, what commas and lines divide it into, and every word that is neither clinical nor a usual one. */
    private void addPhrase(Kind kind, String value) {
        String[] pieces = value.split("[,;\\r\\n^]+");
        if (pieces.length > 1) for (String piece : pieces) addPhrase(kind, piece);
        List<Token> tokens = Tokens.of(value).list();
        StringBuilder whole = new StringBuilder();
        for (Token token : tokens) {
            String word = token.folded();
            whole.append(word);
            boolean usual = vocabulary.allows(word) || cues.is(Cue.INSTITUTION, word) || cues.is(Cue.ADDRESS, word);
            if (token.isLetters() && !usual && word.length() > 3) put(word, kind, wayOf(word, true));
            if (!token.isLetters() && word.length() > LEAST_NUMBER) put(word, kind, Way.NUMBER);
        }
        boolean known = tokens.size() == 1 && vocabulary.allows(whole.toString());
        if (whole.length() > 3 && !known) put(whole.toString(), kind, Way.JOINED);
    }

    private void addPhone(String value) {
        String digits = squeeze(value).replaceAll("\\D", "").replaceFirst("^00", "");
        for (int length : new int[] {digits.length(), 11, 10, 9, 8, 7})
            if (length >= 7 && length <= digits.length())
                put(digits.substring(digits.length() - length), Kind.PHONE, Way.NUMBER);
        if (value.indexOf('@') >= 0) addPhrase(Kind.PHONE, value);
    }

    private void addNumber(Kind kind, String value) {
        String squeezed = squeeze(value);
        boolean digits = squeezed.chars().anyMatch(Character::isDigit);
        if (!digits) {
            addPhrase(kind, value);
            return;
        }
        if (squeezed.length() < LEAST_NUMBER) return;
        put(squeezed, kind, Way.NUMBER);
        String significant = squeezed.replaceFirst("^0+", "");
        if (significant.length() < squeezed.length() && significant.length() >= LEAST_NUMBER)
            put(significant, kind, Way.NUMBER);
    }

    private static String squeeze(String value) {
        StringBuilder squeezed = new StringBuilder();
        for (Token token : Tokens.of(value).list()) squeezed.append(token.folded());
        return squeezed.toString();
    }

    /** The way that finds more wins where two values make the same key. */
    private void put(String text, Kind kind, Way way) {
        int node = trie.insert(text);
        int old = trie.value(node);
        if (old != Trie.NONE && !isWeaker(keys.get(old).way(), way)) return;
        trie.setValue(node, keys.size());
        keys.add(new NameKey(kind, way, text));
    }

    private static boolean isWeaker(Way one, Way other) {
        return strength(one) < strength(other);
    }

    private static int strength(Way way) {
        return switch (way) {
            case INITIALS -> 0;
            case ACCOMPANIED -> 1;
            case DOUBTFUL -> 2;
            case WORD, JOINED, NUMBER, RUN -> 3;
        };
    }

    /** The node behind a letter or digit, or {@link Trie#NONE}; the first stands behind {@link Trie#ROOT}. */
    int next(int node, char letter) {
        return trie.next(node, letter);
    }

    /** The key that ends at a node, or null. */
    NameKey at(int node) {
        int value = trie.value(node);
        return value == Trie.NONE ? null : keys.get(value);
    }

    /** Whether a word is a key. */
    boolean contains(String word) {
        int node = Trie.ROOT;
        for (int i = 0; i < word.length() && node != Trie.NONE; i++) node = trie.next(node, word.charAt(i));
        return node != Trie.NONE && trie.value(node) != Trie.NONE;
    }
}
