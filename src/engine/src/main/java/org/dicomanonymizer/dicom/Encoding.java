// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

/** How the elements of one data set or item are encoded (PS3.5 section 7.1); items may differ from what holds them. */
enum Encoding {
    IMPLICIT_LITTLE(false, false),
    EXPLICIT_LITTLE(true, false),
    EXPLICIT_BIG(true, true),
    /** Known only so that it can be refused: no transfer syntax stands for it. */
    IMPLICIT_BIG(false, true);

    /** The length that stands for "undefined" (PS3.5 section 7.1.1). */
    static final long UNDEFINED = 0xFFFFFFFFL;

    private final boolean explicit;
    private final boolean bigEndian;

    Encoding(boolean explicit, boolean bigEndian) {
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    boolean explicit() {
        return explicit;
    }

    boolean bigEndian() {
        return bigEndian;
    }

    /** The same byte order with the other kind of header. */
    Encoding otherHeader() {
        return switch (this) {
            case IMPLICIT_LITTLE -> EXPLICIT_LITTLE;
            case EXPLICIT_LITTLE -> IMPLICIT_LITTLE;
            case EXPLICIT_BIG -> IMPLICIT_BIG;
            case IMPLICIT_BIG -> EXPLICIT_BIG;
        };
    }

    int u16(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    int s32(byte[] bytes, int at) {
        return bigEndian ? u16(bytes, at) << 16 | u16(bytes, at + 2) : u16(bytes, at + 2) << 16 | u16(bytes, at);
    }

    long u32(byte[] bytes, int at) {
        return s32(bytes, at) & 0xFFFFFFFFL;
    }

    int tag(byte[] bytes, int at) {
        return Tag.of(u16(bytes, at), u16(bytes, at + 2));
    }

    void put16(byte[] bytes, int at, int value) {
        bytes[at + (bigEndian ? 1 : 0)] = (byte) value;
        bytes[at + (bigEndian ? 0 : 1)] = (byte) (value >>> 8);
    }

    void put32(byte[] bytes, int at, long value) {
        put16(bytes, at + (bigEndian ? 2 : 0), (int) value);
        put16(bytes, at + (bigEndian ? 0 : 2), (int) (value >>> 16));
    }

    void putTag(byte[] bytes, int at, int tag) {
        put16(bytes, at, Tag.group(tag));
        put16(bytes, at + 2, Tag.element(tag));
    }
}
