// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.HexFormat;

/** Arithmetic on DICOM tags, which the whole engine holds as unsigned 32-bit numbers: group in the high half, element in the low half. */
public final class Tag {
    private static final HexFormat HEXADECIMAL = HexFormat.of().withUpperCase();

    private Tag() {}

    /** The tag {@code (group,element)}; both 0 to FFFF hexadecimal. */
    public static int of(int group, int element) {
        return group << 16 | (element & 0xFFFF);
    }

    public static int group(int tag) {
        return tag >>> 16;
    }

    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /** Whether the group is odd (PS3.5 section 7.8). */
    public static boolean isPrivate(int tag) {
        return (tag & 0x00010000) != 0;
    }

    /** Whether the tag reserves a private block: (gggg,0010) to (gggg,00FF), gggg odd. */
    public static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && (tag & 0xFFFF) >= 0x0010 && (tag & 0xFFFF) <= 0x00FF;
    }

    /** The tag of the Private Creator that owns a private element (gggg,bbee): (gggg,00bb). */
    public static int creatorOf(int privateTag) {
        return privateTag & 0xFFFF0000 | (privateTag >>> 8 & 0xFF);
    }

    /** Whether the tag is a group length (gggg,0000). */
    public static boolean isGroupLength(int tag) {
        return (tag & 0xFFFF) == 0;
    }

    /** {@code (GGGG,EEEE)} in upper-case hexadecimal, as the standard writes it. */
    public static String toString(int tag) {
        String digits = HEXADECIMAL.toHexDigits(tag);
        return "(" + digits.substring(0, 4) + "," + digits.substring(4) + ")";
    }
}
