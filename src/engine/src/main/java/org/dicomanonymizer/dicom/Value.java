// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.ArrayList;
import java.util.List;

/** What a data set holds under one tag. */
abstract sealed class Value permits Value.Slice, Value.Region, Value.Sequence {
    /** The form of an element's header (PS3.5 section 7.1). */
    enum Form {
        IMPLICIT(8),
        SHORT(8),
        LONG(12);

        final int length;

        Form(int length) {
            this.length = length;
        }

        static Form of(VR vr, Encoding encoding) {
            return !encoding.explicit() ? IMPLICIT : vr.hasLongHeader() ? LONG : SHORT;
        }
    }

    /** The value representation in effect, which is not always the one in the header. */
    final VR vr;

    Value(VR vr) {
        this.vr = vr;
    }

    /** As {@link DataSet#length}. */
    abstract long length();

    /** A value in memory. One that was read stands directly behind its header, so that both are written as they were. */
    static final class Slice extends Value {
        final byte[] chunk;
        final int start;
        final int length;
        /** 0 for a value that was set: its header is made on writing. */
        final int headerLength;

        Slice(VR vr, byte[] chunk, int start, int length, int headerLength) {
            super(vr);
            this.chunk = chunk;
            this.start = start;
            this.length = length;
            this.headerLength = headerLength;
        }

        @Override
        long length() {
            return length;
        }
    }

    /** A value that stays in its source. */
    static final class Region extends Value {
        final Header header;
        final ByteSource source;
        final long position;
        final long length;
        /**
         * For items up to, but without, a sequence delimitation item, that is, encapsulated pixel data (PS3.5 section
         * A.4): how their headers are encoded; else null.
         */
        final Encoding fragments;

        Region(VR vr, Header header, ByteSource source, long position, long length, Encoding fragments) {
            super(vr);
            this.header = header;
            this.source = source;
            this.position = position;
            this.length = length;
            this.fragments = fragments;
        }

        @Override
        long length() {
            return length;
        }
    }

    /** Items. */
    static final class Sequence extends Value {
        final Header header;
        final boolean undefinedLength;
        /** What items added later are encoded in. */
        final Encoding inside;

        final List<DicomDataSet> items = new ArrayList<>(1);
        /** All items with their headers and delimiters in bytes; valid while writing. */
        long encodedLength;
        /** Whether the length is written as undefined; valid while writing. */
        boolean writeUndefined;

        Sequence(Header header, boolean undefinedLength, Encoding inside) {
            super(VR.SQ);
            this.header = header;
            this.undefinedLength = undefinedLength;
            this.inside = inside;
        }

        @Override
        long length() {
            return items.size();
        }
    }

    /**
     * What a header holds beside tag and length.
     *
     * @param form     its form
     * @param code     the two characters of the VR as written, the first in the high byte; 0 if implicit
     * @param reserved the two bytes behind the VR in the long form, normally 0
     */
    record Header(Form form, int code, int reserved) {
        private static final Header IMPLICIT = new Header(Form.IMPLICIT, 0, 0);
        private static final Header SQ = new Header(Form.LONG, code(VR.SQ), 0);
        private static final Header UN = new Header(Form.LONG, code(VR.UN), 0);

        /** The header that a sequence of our own making gets. */
        static Header sequence(Encoding encoding) {
            return encoding.explicit() ? SQ : IMPLICIT;
        }

        /** Equal headers as one object where that is cheap: there may be millions. */
        static Header of(Form form, int code, int reserved) {
            if (form == Form.IMPLICIT) return IMPLICIT;
            if (reserved == 0 && form == Form.LONG && code == SQ.code) return SQ;
            if (reserved == 0 && form == Form.LONG && code == UN.code) return UN;
            return new Header(form, code, reserved);
        }

        /** This header, or UN, which the standard gives to what a 16-bit length can't hold (PS3.5 section 6.2.2). */
        Header holding(long length) {
            return form == Form.SHORT && length > 0xFFFF ? UN : this;
        }

        static int code(VR vr) {
            return vr.name().charAt(0) << 8 | vr.name().charAt(1);
        }
    }
}
