// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

/**
 * A piece of a text that is judged as a whole: letters of one word, digits, or a run of ideographs. A word is split where
 * letters meet digits and where a capital follows a small letter, so it may have several tokens.
 *
 * @param start  index of its first character in the text
 * @param end    index after its last character
 * @param folded what it says, folded
 * @param shape  how it is written
 * @param word   number of the word that it is in
 */
record Token(int start, int end, String folded, Shape shape, int word) {

    enum Shape {
        /** Small letters. */
        LOWER,
        /** One capital, then small letters. */
        TITLE,
        /** Capitals; also one capital alone. */
        UPPER,
        /** Letters of an alphabet without capitals, such as Arabic. */
        CASELESS,
        /** Signs written without blanks between words: Han, kana, Hangul, Thai. */
        RUN,
        DIGITS
    }

    boolean isLetters() {
        return shape != Shape.DIGITS;
    }

    boolean isCapitalised() {
        return shape == Shape.TITLE || shape == Shape.UPPER;
    }

    boolean isInitial() {
        return folded.length() == 1 && shape != Shape.DIGITS && shape != Shape.RUN;
    }

    /** The place only: what it says stays out of logs. */
    @Override
    public String toString() {
        return "token " + start + ".." + end;
    }
}
