// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dicomanonymizer.text.Token.Shape;

/**
 * A text taken apart: its tokens, and its letters and digits folded and without anything between, so that a name is found
 * however it is spelt.
 */
final class Tokens {
    /** Nothing starts here: the middle of a token. */
    static final byte INSIDE = 0;
    /** A token starts within a word. */
    static final byte SOFT = 1;
    /** A word starts. */
    static final byte HARD = 2;

    private final String text;
    private final List<Token> list = new ArrayList<>();
    private char[] folded;
    private int[] origins;
    private byte[] starts;
    private int length;
    private int words;

    private Tokens(String text) {
        this.text = text;
        int capacity = text.length() + 8;
        folded = new char[capacity];
        origins = new int[capacity];
        starts = new byte[capacity];
        split();
    }

    static Tokens of(String text) {
        return new Tokens(text);
    }

    List<Token> list() {
        return list;
    }

    String text() {
        return text;
    }

    /** The number of folded letters and digits. */
    int length() {
        return length;
    }

    char folded(int index) {
        return folded[index];
    }

    /** The index in the text of the character that a folded one stands for. */
    int origin(int index) {
        return origins[index];
    }

    /** What starts at a folded character: {@link #INSIDE}, {@link #SOFT} or {@link #HARD}; a word after the last one. */
    byte startAt(int index) {
        return index >= length ? HARD : starts[index];
    }

    /** The index in the text after the characters that a folded one stands for. */
    int endOf(int index) {
        int at = origins[index];
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && isMark(text.codePointAt(end))) end += Character.charCount(text.codePointAt(end));
        return end;
    }

    /** The index in {@link #list} of the first token that ends after a place in the text. */
    int tokenAt(int place) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).end() > place) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    private void split() {
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (isWordPart(codePoint)) at = word(at);
            else at += Character.charCount(codePoint);
        }
    }

    /** Takes one word apart: letters, digits and marks, with apostrophes between letters. */
    private int word(int from) {
        int at = from;
        int tokenStart = from;
        int foldedStart = length;
        Shape shape = null;
        byte next = HARD;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            int after = at + Character.charCount(codePoint);
            if (isApostrophe(codePoint)
                    && shape != null
                    && after < text.length()
                    && Character.isLetter(text.codePointAt(after))) {
                add(tokenStart, at, foldedStart, shape);
                shape = null;
                next = SOFT;
                at = after;
                continue;
            }
            if (!isWordPart(codePoint)) break;
            Shape kind = isMark(codePoint) && shape != null ? shape : shapeOf(codePoint);
            Shape joined = shape == null || isMark(codePoint) ? kind : join(shape, kind, at, tokenStart);
            if (shape != null && joined == null) {
                int cut = cut(shape, kind, at, tokenStart);
                int foldedCut = foldedAt(cut, foldedStart);
                add(tokenStart, cut, foldedStart, foldedCut, shape);
                tokenStart = cut;
                foldedStart = foldedCut;
                if (cut < at) starts[foldedCut] = SOFT;
                else next = SOFT;
                joined = cut < at ? Shape.TITLE : kind;
            } else if (shape == null) {
                tokenStart = at;
                foldedStart = length;
            }
            shape = joined;
            append(codePoint, at, next);
            if (length > foldedStart) next = INSIDE;
            at = after;
        }
        if (shape != null) add(tokenStart, at, foldedStart, shape);
        words++;
        return at;
    }

    private void add(int start, int end, int foldedStart, Shape shape) {
        add(start, end, foldedStart, length, shape);
    }

    private void add(int start, int end, int foldedStart, int foldedEnd, Shape shape) {
        if (foldedEnd > foldedStart)
            list.add(new Token(start, end, new String(folded, foldedStart, foldedEnd - foldedStart), shape, words));
    }

    /** The shape of a token that a further character belongs to, or null if a new token starts with or before it. */
    private Shape join(Shape shape, Shape kind, int at, int tokenStart) {
        if (shape == kind && shape != Shape.TITLE) return shape;
        if (kind != Shape.LOWER) return null;
        if (shape == Shape.TITLE) return shape;
        boolean oneCapital = at - tokenStart == Character.charCount(text.codePointAt(tokenStart));
        return shape == Shape.UPPER && oneCapital ? Shape.TITLE : null;
    }

    /** Where a token ends that a character does not belong to: before the last capital of "CTChest", else right here. */
    private int cut(Shape shape, Shape kind, int at, int tokenStart) {
        if (shape != Shape.UPPER || kind != Shape.LOWER) return at;
        int last = text.offsetByCodePoints(at, -1);
        // A plural or a unit such as "IVs", "MRs": the small letter stands alone, so that the capitals are one word.
        boolean alone = at + 1 >= text.length() || !Character.isLetter(text.codePointAt(at + 1));
        return alone || last <= tokenStart ? at : last;
    }

    private int foldedAt(int place, int from) {
        int index = from;
        while (index < length && origins[index] < place) index++;
        return index;
    }

    private void append(int codePoint, int at, byte start) {
        char[] chars = Folding.fold(codePoint);
        if (length + chars.length > folded.length) grow();
        for (int i = 0; i < chars.length; i++) {
            folded[length] = chars[i];
            origins[length] = at;
            starts[length++] = i == 0 ? start : INSIDE;
        }
    }

    private void grow() {
        int capacity = folded.length * 2;
        folded = Arrays.copyOf(folded, capacity);
        origins = Arrays.copyOf(origins, capacity);
        starts = Arrays.copyOf(starts, capacity);
    }

    private static boolean isApostrophe(int codePoint) {
        return codePoint == '\'' || codePoint == 0x2019;
    }

    private static boolean isMark(int codePoint) {
        if (codePoint < 0x300) return false;
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isWordPart(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || isMark(codePoint);
    }

    private static Shape shapeOf(int codePoint) {
        if (Character.isDigit(codePoint)) return Shape.DIGITS;
        if (codePoint < 0x80
                || Character.isUpperCase(codePoint)
                || Character.isLowerCase(codePoint) && codePoint < 0x2E80)
            return Character.isUpperCase(codePoint) ? Shape.UPPER : Shape.LOWER;
        if (codePoint >= 0xFF21 && codePoint <= 0xFF5A)
            return Character.isUpperCase(codePoint) ? Shape.UPPER : Shape.LOWER;
        boolean run = codePoint >= 0x2E80
                || codePoint >= 0x0E00 && codePoint < 0x1100
                || codePoint >= 0x1100 && codePoint < 0x1200;
        return run ? Shape.RUN : Shape.CASELESS;
    }
}
