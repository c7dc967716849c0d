// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

/**
 * A tag with open digits, such as (60xx,3000). Where the whole low byte of a group is open, only even groups match: the
 * odd ones are private (PS3.5 section 7.6).
 *
 * @param value the fixed bits
 * @param bits  which bits are fixed
 */
public record TagMask(int value, int bits) {

    private static final String ANY_PRIVATE = "(gggg,eeee)";

    /** Every private tag: {@code (gggg,eeee)} with an odd group. */
    public static final TagMask PRIVATE = new TagMask(0x00010000, 0x00010000);

    /** Matches one tag only. */
    public static TagMask exactly(int tag) {
        return new TagMask(tag, -1);
    }

    /**
     * @param text eight hexadecimal digits, of which any may be an {@code x} for "any digit"; with or without
     *     {@code (gggg,eeee)} around them; or {@code (gggg,eeee)} itself, as PS3.15 writes {@link #PRIVATE}
     * @throws IllegalArgumentException if the text is anything else
     */
    public static TagMask parse(String text) {
        if (text.equals(ANY_PRIVATE)) return PRIVATE;
        String digits = text.length() == 11 && text.charAt(0) == '(' && text.charAt(5) == ',' && text.charAt(10) == ')'
                ? text.substring(1, 5) + text.substring(6, 10)
                : text;
        if (digits.length() != 8) throw illegal(text);
        int value = 0;
        int bits = 0;
        for (int i = 0; i < 8; i++) {
            char c = digits.charAt(i);
            boolean open = c == 'x' || c == 'X';
            int digit = open ? 0 : Character.digit(c, 16);
            if (digit < 0) throw illegal(text);
            value = value << 4 | digit;
            bits = bits << 4 | (open ? 0 : 0xF);
        }
        if ((bits & 0x00FF0000) == 0) bits |= 0x00010000;
        return new TagMask(value, bits);
    }

    private static IllegalArgumentException illegal(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is no tag: expected eight hexadecimal digits, x for any digit, such as (60xx,3000)");
    }

    public boolean matches(int tag) {
        return (tag & bits) == value;
    }

    /** Whether only one tag matches. */
    public boolean isExact() {
        return bits == -1;
    }

    /** Written out, as is {@link #equals}: what the compiler generates for records costs 10 ms of every start. */
    @Override
    public int hashCode() {
        return 31 * value + bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TagMask mask && mask.value == value && mask.bits == bits;
    }

    /** {@code (GGGG,EEEE)} with an {@code x} for each open digit; {@code (gggg,eeee)} for {@link #PRIVATE}. */
    @Override
    public String toString() {
        if (equals(PRIVATE)) return ANY_PRIVATE;
        StringBuilder text = new StringBuilder("(");
        for (int shift = 28; shift >= 0; shift -= 4) {
            boolean open = (bits >>> shift & 0xE) == 0;
            text.append(open ? 'x' : Character.toUpperCase(Character.forDigit(value >>> shift & 0xF, 16)));
            if (shift == 16) text.append(',');
        }
        return text.append(')').toString();
    }
}
