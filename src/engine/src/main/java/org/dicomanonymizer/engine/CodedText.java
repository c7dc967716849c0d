// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.VR;

/**
 * Tells codes (CS) and numbers in digits (DS, IS) from text that somebody wrote in their place. More is let through than
 * PS3.5 allows, since devices write more: small letters, some signs, long codes, long numbers.
 */
final class CodedText {
    /** What PS3.5 allows a code. */
    private static final int LONGEST = 16;

    /** What devices make of it, in one word of capitals. */
    private static final int LONGEST_WORD = 64;

    private static final int PIECE = 1 << 13;

    private static final int OF_WORDS = 1;
    private static final int OF_CODES = 2;
    private static final int OF_NUMBERS = 4;

    /** By character: what it may be part of. */
    private static final byte[] PARTS = new byte[256];

    static {
        for (char c = 0; c <= ' '; c++) PARTS[c] |= OF_NUMBERS;
        for (char c = '0'; c <= '9'; c++) PARTS[c] |= OF_WORDS | OF_CODES | OF_NUMBERS;
        for (char c = 'A'; c <= 'Z'; c++) PARTS[c] |= OF_WORDS | OF_CODES;
        for (char c = 'a'; c <= 'z'; c++) PARTS[c] |= OF_CODES;
        PARTS['_'] |= OF_WORDS;
        for (char c : "_-./+&()".toCharArray()) PARTS[c] |= OF_CODES;
        for (char c : "+-.\\".toCharArray()) PARTS[c] |= OF_NUMBERS;
    }

    private CodedText() {}

    /** Whether values of a VR are codes or numbers in digits. */
    static boolean isPossible(VR vr) {
        return vr == VR.CS || vr == VR.DS || vr == VR.IS;
    }

    /** Whether each value of an element may be what its VR tells; true for any other VR than CS, DS and IS. */
    static boolean isPlausible(DataSet set, int tag, VR vr) {
        if (!isPossible(vr)) return true;
        if (set.length(tag) <= PIECE) return isPlausible(vr, set.bytes(tag));
        try (InputStream in = set.open(tag)) {
            Values values = new Values(vr);
            for (byte[] piece; (piece = in.readNBytes(PIECE)).length > 0; ) if (!values.accept(piece)) return false;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of an encoded value. */
    static boolean isPlausible(VR vr, byte[] value) {
        return !isPossible(vr) || new Values(vr).accept(value);
    }

    private static boolean is(byte character, int part) {
        return (PARTS[character & 0xFF] & part) != 0;
    }

    /** Values one after the other, as the bytes come. */
    private static final class Values {
        private final boolean code;
        /** Of a code its characters so far, of a number the signs in a row that belong to none. */
        private int length;

        private int blanks;
        private boolean word = true;

        Values(VR vr) {
            code = vr == VR.CS;
        }

        /** Whether nothing so far is against it. */
        boolean accept(byte[] bytes) {
            for (byte next : bytes) if (!(code ? acceptOfCode(next) : acceptOfNumber(next))) return false;
            return true;
        }

        /** A single sign that is out of place is a fault of a device, more of them are a word. */
        private boolean acceptOfNumber(byte next) {
            length = is(next, OF_NUMBERS) ? 0 : length + 1;
            return length <= 1;
        }

        private boolean acceptOfCode(byte next) {
            if (next == '\\') {
                length = 0;
                blanks = 0;
                word = true;
                return true;
            }
            if (next == ' ' || next == 0) {
                blanks++;
                return true;
            }
            word &= is(next, OF_WORDS) && (blanks == 0 || length == 0);
            length += 1 + (length == 0 ? 0 : blanks);
            blanks = 0;
            return is(next, OF_CODES) && length <= (word ? LONGEST_WORD : LONGEST);
        }
    }
}
