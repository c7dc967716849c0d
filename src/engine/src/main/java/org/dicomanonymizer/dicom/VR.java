// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

/** The value representations of PS3.5 section 6.2, with what their encoding depends on. */
public enum VR {
    AE(Kind.ASCII, 1, true, 16),
    AS(Kind.ASCII, 1, true, 4),
    AT(Kind.NUMBER, 2, false, 0),
    CS(Kind.ASCII, 1, true, 16),
    DA(Kind.ASCII, 1, true, 8),
    DS(Kind.ASCII, 1, true, 16),
    DT(Kind.ASCII, 1, true, 26),
    FD(Kind.NUMBER, 8, false, 0),
    FL(Kind.NUMBER, 4, false, 0),
    IS(Kind.ASCII, 1, true, 12),
    LO(Kind.TEXT, 1, true, 64),
    LT(Kind.TEXT, 1, false, 10240),
    OB(Kind.BYTES, 1, false, 0),
    OD(Kind.BYTES, 8, false, 0),
    OF(Kind.BYTES, 4, false, 0),
    OL(Kind.BYTES, 4, false, 0),
    OV(Kind.BYTES, 8, false, 0),
    OW(Kind.BYTES, 2, false, 0),
    PN(Kind.TEXT, 1, true, 64),
    SH(Kind.TEXT, 1, true, 16),
    SL(Kind.NUMBER, 4, false, 0),
    SQ(Kind.SEQUENCE, 1, false, 0),
    SS(Kind.NUMBER, 2, false, 0),
    ST(Kind.TEXT, 1, false, 1024),
    SV(Kind.NUMBER, 8, false, 0),
    TM(Kind.ASCII, 1, true, 14),
    UC(Kind.TEXT, 1, true, 0),
    UI(Kind.ASCII, 1, true, 64),
    UL(Kind.NUMBER, 4, false, 0),
    UN(Kind.BYTES, 1, false, 0),
    UR(Kind.ASCII, 1, false, 0),
    US(Kind.NUMBER, 2, false, 0),
    UT(Kind.TEXT, 1, false, 0),
    UV(Kind.NUMBER, 8, false, 0);

    /** What a value consists of. */
    public enum Kind {
        /** Characters of the Default Character Repertoire. */
        ASCII,
        /** Characters of the set named by Specific Character Set (0008,0005). */
        TEXT,
        /** One or more binary numbers (AT: pairs of 16-bit numbers). */
        NUMBER,
        /** An opaque stream of bytes or words. */
        BYTES,
        /** Items, each a data set. */
        SEQUENCE
    }

    private final Kind kind;
    private final int unit;
    private final boolean backslash;
    private final int maxLength;

    VR(Kind kind, int unit, boolean backslash, int maxLength) {
        this.kind = kind;
        this.unit = unit;
        this.backslash = backslash;
        this.maxLength = maxLength;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether values are characters, of either repertoire. */
    public boolean isString() {
        return kind == Kind.ASCII || kind == Kind.TEXT;
    }

    /** Bytes per word that the byte order applies to: 1, 2, 4 or 8 (AT: 2). */
    public int unit() {
        return unit;
    }

    /** Bytes per value of a {@link Kind#NUMBER}: 2, 4 or 8 (AT: 4). */
    public int numberSize() {
        return this == AT ? 4 : unit;
    }

    /** Whether several string values are separated by a backslash; otherwise a backslash is an ordinary character. */
    public boolean separatesByBackslash() {
        return backslash;
    }

    /** The longest legal value in characters (PN: per component group), 0 where there is no limit below 2^32-2 bytes. */
    public int maxLength() {
        return maxLength;
    }

    /** The byte that pads a value to even length: NUL for UI and non-strings, space for other strings. */
    public byte padding() {
        return isString() && this != UI ? (byte) ' ' : 0;
    }

    /** Whether explicit VR encoding gives the length in 32 bits after two reserved bytes (PS3.5 section 7.1.2). */
    public boolean hasLongHeader() {
        return kind == Kind.BYTES
                || kind == Kind.SEQUENCE
                || this == SV
                || this == UC
                || this == UR
                || this == UT
                || this == UV;
    }

    /** The VR of two code characters, or null where the standard defines none such. */
    public static VR of(int first, int second) {
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') return null;
        return BY_CODE[(first - 'A') * 26 + second - 'A'];
    }

    private static final VR[] BY_CODE = new VR[26 * 26];

    static {
        for (VR vr : values())
            BY_CODE[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
    }
}
