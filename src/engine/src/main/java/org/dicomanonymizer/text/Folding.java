// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes writings of the same word the same: lower case, without accents, ligatures dissolved, full and half width and the two
 * Japanese syllabaries taken as one.
 */
final class Folding {
    private static final char[] NOTHING = {};

    /** What each character of the basic plane folds to, filled when first asked for; a race only makes an equal entry. */
    private static final char[][] KNOWN = new char[0x10000][];

    private Folding() {}

    /** The folded form of a code point: often one character, none for a combining accent. */
    static char[] fold(int codePoint) {
        if (codePoint >= KNOWN.length) return make(codePoint);
        char[] known = KNOWN[codePoint];
        if (known == null) {
            known = make(codePoint);
            KNOWN[codePoint] = known;
        }
        return known;
    }

    /** The folded form of a text, character by character: blanks and punctuation stay. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> folded.append(fold(codePoint)));
        return folded.toString();
    }

    private static char[] make(int codePoint) {
        if (codePoint < 0x80) return new char[] {(char) Character.toLowerCase(codePoint)};
        if (Character.isDigit(codePoint)) return new char[] {(char) ('0' + Character.digit(codePoint, 10))};
        String text =
                Normalizer.normalize(Character.toString(codePoint).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(c -> !isAccent(c)).forEach(c -> kept.append(base(c)));
        String folded = Normalizer.normalize(kept, Normalizer.Form.NFC);
        StringBuilder syllables = new StringBuilder();
        folded.chars().forEach(c -> syllables.append((char) (c >= 0x30A1 && c <= 0x30F6 ? c - 0x60 : c)));
        return syllables.isEmpty() ? NOTHING : syllables.toString().toCharArray();
    }

    /** Combining marks but those that voice a kana: without them another syllable stands there. */
    private static boolean isAccent(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK && codePoint != 0x3099 && codePoint != 0x309A;
    }

    private static String base(int codePoint) {
        return switch (codePoint) {
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'đ', 'ð' -> "d";
            case 'ł' -> "l";
            case 'ħ' -> "h";
            case 'ı' -> "i";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'þ' -> "th";
            case 'ς' -> "σ";
            case '’' -> "'";
            default -> Character.toString(codePoint);
        };
    }

    /**
     * Folds what may be typed in another width, without changing the length: full-width characters and digits of any script
     * become ASCII, dashes a hyphen, blanks of any kind (but not line ends) a space.
     */
    static String narrow(String text) {
        int first = 0;
        while (first < text.length() && text.charAt(first) < 0x80) first++;
        if (first == text.length()) return text;
        char[] chars = text.toCharArray();
        for (int i = first; i < chars.length; i++) chars[i] = narrow(chars[i]);
        return new String(chars);
    }

    private static char narrow(char c) {
        if (c < 0x80) return c;
        if (c >= 0xFF01 && c <= 0xFF5E) return (char) (c - 0xFEE0);
        if (c >= 0x2010 && c <= 0x2015 || c == 0x2212) return '-';
        if (c == 0x2018 || c == 0x2019) return '\'';
        if (Character.isDigit(c)) return (char) ('0' + Character.digit(c, 10));
        return Character.isSpaceChar(c) ? ' ' : c;
    }
}
