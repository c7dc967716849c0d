// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.verify;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Finds what looks like a UID in bytes or text: at least four numbers with single dots between them, taken as far as they go.
 * Takes time in proportion to the length, whatever stands there.
 */
final class UidScan {
    private static final int LEAST_DOTS = 3;

    private UidScan() {}

    /** Whether a UID in a text is one of those wanted. */
    static boolean tells(String text, Predicate<String> wanted) {
        if (text.indexOf('.') < 0) return false;
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return tells(bytes, bytes.length, wanted);
    }

    /** Whether a UID in the first bytes of an array is one of those wanted. */
    static boolean tells(byte[] bytes, int length, Predicate<String> wanted) {
        for (int at = 0; at < length; at++) {
            if (bytes[at] != '.') continue;
            int start = at;
            while (start > 0 && isDigit(bytes[start - 1])) start--;
            if (start == at) continue;
            int dots = 0;
            while (at + 1 < length && bytes[at] == '.' && isDigit(bytes[at + 1])) {
                dots++;
                at++;
                while (at < length && isDigit(bytes[at])) at++;
            }
            if (dots >= LEAST_DOTS && wanted.test(new String(bytes, start, at - start, StandardCharsets.US_ASCII)))
                return true;
        }
        return false;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
