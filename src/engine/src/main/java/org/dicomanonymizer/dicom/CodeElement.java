// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** A set of characters that an escape sequence puts in force for bytes below 80 (G0) or above (G1), PS3.5 section 6.1.2. */
final class CodeElement {
    static final List<CodeElement> ALL = ResourceLines.rows(CodeElement.class, "character-sets.tsv").stream()
            .map(CodeElement::new)
            .toList();
    static final CodeElement ASCII = ALL.get(0);

    private static final char NONE = '\uFFFD';
    private static final int ROW = 94;

    private final int registration;
    private final boolean high;
    private final byte[] escape;
    private final int width;
    private final Charset charset;
    private final int part;

    /** Characters by byte - 80 hexadecimal, or by both bytes - 21 hexadecimal; made when first needed. */
    private volatile char[] characters;

    private CodeElement(String[] row) {
        registration = Integer.parseInt(row[0]);
        high = row[1].equals("G1");
        escape = HexFormat.ofDelimiter(" ").parseHex(row[2]);
        width = Integer.parseInt(row[3]);
        charset = Charset.forName(row[4]);
        part = row[5].isEmpty() ? 0 : Integer.parseInt(row[5]);
    }

    /** The element that the bytes behind an ESC designate, or null. */
    static CodeElement designated(byte[] bytes, int from, int end) {
        for (CodeElement element : ALL) {
            int to = from + element.escape.length;
            if (to <= end && Arrays.equals(bytes, from, to, element.escape, 0, element.escape.length)) return element;
        }
        return null;
    }

    int registration() {
        return registration;
    }

    /** The part of ISO 8859 that this is, or 0. */
    int part() {
        return part;
    }

    /** Whether it stands in G1. */
    boolean isHigh() {
        return high;
    }

    int width() {
        return width;
    }

    byte[] escape() {
        return escape;
    }

    /** The character of one or two bytes (as they are in the text), or U+FFFD if there is none. */
    char decode(int first, int second) {
        char[] table = characters;
        if (table == null) characters = table = table();
        if (width == 1) return table[first & 0x7F];
        int row = (first & 0x7F) - 0x21;
        int cell = (second & 0x7F) - 0x21;
        return row < 0 || cell < 0 || row >= ROW || cell >= ROW || second >= 0x80 != high
                ? NONE
                : table[row * ROW + cell];
    }

    /** The bytes of a character, or null if it is not in this set. */
    byte[] encode(char character) {
        CharsetEncoder encoder = charset.newEncoder();
        if (!encoder.canEncode(character)) return null;
        byte[] bytes = String.valueOf(character).getBytes(charset);
        if (bytes.length != width) return null;
        for (byte b : bytes) if (b < 0 != high) return null;
        return decode(bytes[0] & 0xFF, bytes[width - 1] & 0xFF) == character ? bytes : null;
    }

    private char[] table() {
        char[] table = new char[width == 1 ? 0x80 : ROW * ROW];
        for (int i = 0; i < table.length; i++) {
            byte[] bytes = width == 1
                    ? new byte[] {(byte) (high ? i | 0x80 : i)}
                    : new byte[] {position(i / ROW), position(i % ROW)};
            String text = charset.decode(ByteBuffer.wrap(bytes)).toString();
            table[i] = text.length() == 1 ? distinct(text.charAt(0)) : NONE;
        }
        return table;
    }

    private byte position(int index) {
        return (byte) (0x21 + index | (high ? 0x80 : 0));
    }

    /** Keeps what two bytes stand for apart from the separators of a single byte. */
    private char distinct(char character) {
        return width == 2 && character > 0x20 && character < 0x7F ? (char) (character + 0xFEE0) : character;
    }
}
