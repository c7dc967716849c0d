// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bytes of DICOM data, put together by hand, so that tests do not trust the code they test. */
public final class Raw {
    public static final long UNDEFINED = 0xFFFFFFFFL;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean explicit;
    private final boolean bigEndian;

    private Raw(boolean explicit, boolean bigEndian) {
        this.explicit = explicit;
        this.bigEndian = bigEndian;
    }

    public static Raw implicit() {
        return new Raw(false, false);
    }

    public static Raw explicit() {
        return new Raw(true, false);
    }

    public static Raw big() {
        return new Raw(true, true);
    }

    /** Preamble, prefix and File Meta Information; the data set follows. */
    public static byte[] file(String transferSyntax, byte[] dataSet) {
        byte[] meta = explicit()
                .element(0x00020001, "OB", new byte[] {0, 1})
                .element(0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.7\0")
                .element(0x00020003, "UI", "1.2.3.4.5\0")
                .element(0x00020010, "UI", transferSyntax + (transferSyntax.length() % 2 == 0 ? "" : "\0"))
                .bytes();
        Raw head = explicit().add(new byte[128]).add("DICM".getBytes(StandardCharsets.US_ASCII));
        return head.element(0x00020000, "UL", head.number(meta.length, 4))
                .add(meta)
                .add(dataSet)
                .bytes();
    }

    public Raw element(int tag, String vr, String value) {
        return element(tag, vr, value.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Raw element(int tag, String vr, byte[] value) {
        return header(tag, vr, value.length).add(value);
    }

    public Raw header(int tag, String vr, long length) {
        tag(tag);
        if (!explicit) return number32(length);
        add(vr.getBytes(StandardCharsets.ISO_8859_1));
        boolean longForm = "OB OD OF OL OV OW SQ SV UC UN UR UT UV ZZ".contains(vr);
        return longForm ? add(new byte[2]).number32(length) : add(number(length, 2));
    }

    public Raw tag(int tag) {
        return add(number(tag >>> 16, 2)).add(number(tag & 0xFFFF, 2));
    }

    public Raw item(byte[] content) {
        return tag(0xFFFEE000).number32(content.length).add(content);
    }

    public Raw openItem(byte[] content) {
        return tag(0xFFFEE000).number32(UNDEFINED).add(content).itemEnd();
    }

    public Raw itemEnd() {
        return tag(0xFFFEE00D).number32(0);
    }

    public Raw sequenceEnd() {
        return tag(0xFFFEE0DD).number32(0);
    }

    public Raw number32(long value) {
        return add(number(value, 4));
    }

    public Raw hex(String digits) {
        return add(HexFormat.of().parseHex(digits.replace(" ", "")));
    }

    public Raw add(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public byte[] bytes() {
        return out.toByteArray();
    }

    /** An empty one in the same encoding. */
    public Raw fresh() {
        return new Raw(explicit, bigEndian);
    }

    public byte[] number(long value, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) bytes[bigEndian ? size - 1 - i : i] = (byte) (value >>> 8 * i);
        return bytes;
    }
}
