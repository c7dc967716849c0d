// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/** Tells from the first two elements how a data set or item is encoded. */
final class EncodingGuess {
    private final Cursor cursor;
    private final ElementHeader first = new ElementHeader();
    private final ElementHeader second = new ElementHeader();

    EncodingGuess(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The expected encoding, unless only the one with the other kind of header makes sense of the bytes here. */
    Encoding here(Encoding expected, long end) throws IOException {
        Encoding other = expected.otherHeader();
        if (expected.explicit()) return fits(expected, end, true) || !fits(other, end, false) ? expected : other;
        // Two characters of a VR, read as part of a length, often give a length that is possible.
        return fits(other, end, false) && isAsInDictionary() ? other : expected;
    }

    /** As {@link #here}, for a whole data set: even the byte order may be another than expected. */
    Encoding root(Encoding expected, long end) throws IOException {
        Encoding encoding = here(expected, end);
        if (fits(encoding, end)) return encoding;
        Encoding found = unknown(end, true);
        return found == null || found == Encoding.IMPLICIT_BIG ? expected : found;
    }

    /** Whether these can be elements in little endian byte order. */
    boolean fitsEither(long end) throws IOException {
        return fits(Encoding.EXPLICIT_LITTLE, end) || fits(Encoding.IMPLICIT_LITTLE, end);
    }

    /**
     * The encoding of a data set that nothing is known of, or null if it can be none.
     *
     * @param sceptical whether its first element must be one of the standard
     */
    Encoding unknown(long end, boolean sceptical) throws IOException {
        for (Encoding encoding : new Encoding[] {
            Encoding.EXPLICIT_LITTLE, Encoding.EXPLICIT_BIG, Encoding.IMPLICIT_LITTLE, Encoding.IMPLICIT_BIG
        }) {
            if (fits(encoding, end) && (!sceptical || isOfDataSet(first.tag))) return encoding;
        }
        return null;
    }

    /** Whether these can be elements of the encoding. */
    boolean fits(Encoding encoding, long end) throws IOException {
        return fits(encoding, end, true);
    }

    /**
     * The same.
     *
     * @param benefitOfDoubt what to answer if it would take another read to tell
     */
    private boolean fits(Encoding encoding, long end, boolean benefitOfDoubt) throws IOException {
        if (!first.parse(cursor, cursor.position(), end, encoding)) return false;
        if (first.isDelimiter()) return true;
        if (encoding.explicit() && first.declared == null) return false;
        if (first.isUndefinedLength()) return mayBeUndefined(first.declared);
        long next = cursor.position() + first.form.length + first.length;
        if (next >= end) return next == end;
        int available = (int) Math.min(12, end - next);
        if (!cursor.isBuffered(next, available)) return benefitOfDoubt;
        if (!second.parse(cursor.buffer(), cursor.index(next), available, encoding)) return false;
        return second.isDelimiter()
                || Integer.compareUnsigned(second.tag, first.tag) > 0
                        && (!encoding.explicit() || second.declared != null);
    }

    private static boolean mayBeUndefined(VR vr) {
        return vr == null || vr.kind() == VR.Kind.BYTES || vr.kind() == VR.Kind.SEQUENCE;
    }

    private static boolean isOfDataSet(int tag) {
        return Tag.group(tag) > 2 && Dictionary.standard().vr(tag) != null;
    }

    private boolean isAsInDictionary() {
        VR known = Dictionary.standard().vr(first.tag);
        return known == null || known == first.declared || first.declared == VR.UN;
    }
}
