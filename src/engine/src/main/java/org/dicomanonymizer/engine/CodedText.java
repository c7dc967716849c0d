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

    private static final String SIGNS_OF_CODES = "_-./+&()";
    private static final String SIGNS_OF_NUMBERS = "+-.eE";
    private static final int PIECE = 1 << 13;

    private CodedText() {}

    /** Whether values of a VR are codes or numbers in digits. */
    static boolean isPossible(VR vr) {
        return vr == VR.CS || vr == VR.DS || vr == VR.IS;
    }

    /** Whether each value of an element may be what its VR tells; true for any other VR than CS, DS and IS. */
    static boolean isPlausible(DataSet set, int tag, VR vr) {
        if (!isPossible(vr)) return true;
        if (set.length(tag) <= PIECE) return new Values(vr).accept(set.bytes(tag));
        try (InputStream in = set.open(tag)) {
            Values values = new Values(vr);
            for (byte[] piece; (piece = in.readNBytes(PIECE)).length > 0; ) if (!values.accept(piece)) return false;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            for (byte next : bytes)
                if (!(code ? acceptOfCode((char) (next & 0xFF)) : acceptOfNumber(next))) return false;
            return true;
        }

        /** A single sign that is out of place is a fault of a device, more of them are a word. */
        private boolean acceptOfNumber(byte next) {
            length = isOfNumber(next) ? 0 : length + 1;
            return length <= 1;
        }

        private static boolean isOfNumber(byte next) {
            return next >= '0' && next <= '9'
                    || next == '\\'
                    || next <= ' ' && next >= 0
                    || SIGNS_OF_NUMBERS.indexOf(next) >= 0;
        }

        private boolean acceptOfCode(char next) {
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
            boolean capital = next >= 'A' && next <= 'Z' || next >= '0' && next <= '9' || next == '_';
            boolean legal = capital || next >= 'a' && next <= 'z' || SIGNS_OF_CODES.indexOf(next) >= 0;
            word &= capital && (blanks == 0 || length == 0);
            length += 1 + (length == 0 ? 0 : blanks);
            blanks = 0;
            return legal && length <= (word ? LONGEST_WORD : LONGEST);
        }
    }
}
