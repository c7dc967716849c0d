// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.verify;

import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/**
 * Finds what looks like a UID in text or bytes: at least four numbers with single dots between them, taken as
 * far as they go. Takes time in proportion to the length, whatever stands there.
 */
final class UidScan {
    private static final int LEAST_DOTS = 3;
    private static final int LEAST_LENGTH = 7;

    private UidScan() {}

    /** Whether a UID in a text is one of those wanted. */
    static boolean tells(String text, Predicate<String> wanted) {
        for (int dot = text.indexOf('.'); dot >= 0; ) {
            int start = dot;
            while (start > 0 && isDigit(text.charAt(start - 1))) start--;
            int end = dot;
            int dots = 0;
            while (start < dot && end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
                dots++;
                end++;
                while (end < text.length() && isDigit(text.charAt(end))) end++;
            }
            if (dots >= LEAST_DOTS && wanted.test(text.substring(start, end))) return true;
            dot = text.indexOf('.', end + 1);
        }
        return false;
    }

    /** Whether a UID in the first bytes of an array, in ASCII, is one of those wanted. */
    static boolean tells(byte[] bytes, int length, Predicate<String> wanted) {
        for (int at = LEAST_LENGTH - 1; at < length; at += LEAST_LENGTH) {
            int start = at;
            while (start >= 0 && isPart(bytes[start])) start--;
            if (start == at) continue;
            int end = at + 1;
            while (end < length && isPart(bytes[end])) end++;
            int run = end - start - 1;
            if (run >= LEAST_LENGTH && tells(new String(bytes, start + 1, run, StandardCharsets.US_ASCII), wanted))
                return true;
            at = end;
        }
        return false;
    }

    private static boolean isPart(byte b) {
        return b == '.' || isDigit((char) b);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
