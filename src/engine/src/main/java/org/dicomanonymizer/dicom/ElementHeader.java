// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/** The header of an element as it stands in the bytes (PS3.5 section 7.1). One object serves many headers. */
final class ElementHeader {
    static final int ITEM = 0xFFFEE000;
    static final int ITEM_END = 0xFFFEE00D;
    static final int SEQUENCE_END = 0xFFFEE0DD;

    int tag;
    Value.Form form;
    /** The two characters of the VR, 0 if implicit. */
    int code;

    int reserved;
    /** The VR that the code stands for; null if implicit or unknown. */
    VR declared;

    long length;

    /**
     * Takes a header apart. A VR of two capitals that the standard does not define has the long form, any other unknown
     * one the short form, as in dcmtk: new VRs of the standard always have the long form, broken programs write others.
     *
     * @return false if there are too few bytes
     */
    boolean parse(byte[] bytes, int at, int available, Encoding encoding) {
        if (available < 8) return false;
        tag = encoding.tag(bytes, at);
        if (!encoding.explicit() || isDelimiter()) return implicit(bytes, at, encoding);
        int first = bytes[at + 4] & 0xFF;
        int second = bytes[at + 5] & 0xFF;
        code = first << 8 | second;
        declared = VR.of(first, second);
        if (declared == null ? isCapital(first) && isCapital(second) : declared.hasLongHeader()) {
            if (available < 12) return false;
            form = Value.Form.LONG;
            reserved = Encoding.EXPLICIT_BIG.u16(bytes, at + 6);
            length = encoding.u32(bytes, at + 8);
        } else {
            form = Value.Form.SHORT;
            reserved = 0;
            length = encoding.u16(bytes, at + 6);
        }
        return true;
    }

    private boolean implicit(byte[] bytes, int at, Encoding encoding) {
        form = Value.Form.IMPLICIT;
        code = 0;
        reserved = 0;
        declared = null;
        length = encoding.u32(bytes, at + 4);
        return true;
    }

    /** Parses the header at a position, without moving. */
    boolean parse(Cursor cursor, long at, long end, Encoding encoding) throws IOException {
        int available = (int) Math.min(12, end - at);
        int from = cursor.require(at, available);
        return from >= 0 && parse(cursor.buffer(), from, available, encoding);
    }

    /** The same, but a header with an illegal VR is taken for one without VR if only that makes sense of what follows. */
    boolean read(Cursor cursor, long at, long end, Encoding encoding) throws IOException {
        if (!parse(cursor, at, end, encoding)) return false;
        if (encoding.explicit() && isIrregular() && !precedesAnother(cursor, at, end, encoding)) {
            ElementHeader implicit = new ElementHeader();
            if (implicit.parse(cursor, at, end, encoding.otherHeader())
                    && implicit.precedesAnother(cursor, at, end, encoding)) {
                return parse(cursor, at, end, encoding.otherHeader());
            }
        }
        return true;
    }

    /** Whether its value is followed by an element with a known VR, a delimiter or the end. */
    private boolean precedesAnother(Cursor cursor, long at, long end, Encoding encoding) throws IOException {
        if (isUndefinedLength()) return true;
        long next = at + form.length + length;
        if (next >= end) return next == end;
        ElementHeader following = new ElementHeader();
        return following.parse(cursor, next, end, encoding)
                && (following.isDelimiter()
                        || following.declared != null && Integer.compareUnsigned(following.tag, tag) > 0);
    }

    /** Whether it is of an item or a delimitation item: these have no VR. */
    boolean isDelimiter() {
        return Tag.group(tag) == 0xFFFE;
    }

    boolean isUndefinedLength() {
        return form != Value.Form.SHORT && length == Encoding.UNDEFINED;
    }

    /** Neither a VR nor what could become one: perhaps a header without VR among others that have one. */
    private boolean isIrregular() {
        return form == Value.Form.SHORT && declared == null;
    }

    /** What is to be remembered for writing. */
    Value.Header written() {
        return Value.Header.of(form, code, reserved);
    }

    private static boolean isCapital(int character) {
        return character >= 'A' && character <= 'Z';
    }
}
