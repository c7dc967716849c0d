// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splitting, trimming and padding of text values (PS3.5 sections 6.2 and 6.4). */
final class Text {
    private Text() {}

    /** The values of a decoded text, without padding; none if there is nothing but padding. */
    static List<String> split(VR vr, String text) {
        boolean leading = leadingSpacesArePadding(vr);
        if (!vr.separatesByBackslash() || text.indexOf('\\') < 0) {
            String value = trim(text, 0, text.length(), leading);
            return value.isEmpty() ? List.of() : List.of(value);
        }
        List<String> values = new ArrayList<>();
        for (int start = 0; start <= text.length(); ) {
            int end = text.indexOf('\\', start);
            if (end < 0) end = text.length();
            values.add(trim(text, start, end, leading));
            start = end + 1;
        }
        return values;
    }

    private static boolean leadingSpacesArePadding(VR vr) {
        return switch (vr) {
            case AE, CS, DS, IS, LO, PN, SH -> true;
            default -> false;
        };
    }

    private static String trim(String text, int start, int end, boolean leading) {
        while (end > start && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) end--;
        while (leading && start < end && text.charAt(start) == ' ') start++;
        return text.substring(start, end);
    }

    /** A text of any VR without the padding at its end. */
    static String withoutPadding(String text) {
        return trim(text, 0, text.length(), false);
    }

    /** The values as one text. */
    static String join(VR vr, List<String> values) {
        if (values.size() > 1 && !vr.separatesByBackslash()) {
            throw new IllegalArgumentException("An element of VR " + vr + " holds one value only");
        }
        return String.join("\\", values);
    }

    /** The value itself, or a copy that is padded to even length. */
    static byte[] pad(VR vr, byte[] value) {
        if (value.length % 2 == 0) return value;
        byte[] padded = Arrays.copyOf(value, value.length + 1);
        padded[value.length] = vr.padding();
        return padded;
    }
}
