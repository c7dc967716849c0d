// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

import java.nio.charset.StandardCharsets;

/** A whole number, positive or zero, that is divided again and again for its digits. Not thread-safe. */
final class WholeNumber {
    private static final int DIGITS_AT_ONCE = 9;
    private static final int TEN_TO_THE_9TH = 1_000_000_000;

    /** To the base 2<sup>32</sup>, the highest first. */
    private final int[] words;

    /** The first word that is not zero, as far as that is known. */
    private int first;

    /**
     * The number of some bytes, the highest first.
     *
     * @param length how many of the bytes, a multiple of 4
     */
    WholeNumber(byte[] bytes, int length) {
        words = new int[length / 4];
        for (int i = 0; i < length; i++) words[i / 4] = words[i / 4] << 8 | bytes[i] & 0xFF;
    }

    private boolean isZero() {
        while (first < words.length && words[first] == 0) first++;
        return first == words.length;
    }

    /** Divides this by a positive number, and gives the remainder. */
    int divide(int divisor) {
        long remainder = 0;
        for (int i = first; i < words.length; i++) {
            long part = remainder << 32 | words[i] & 0xFFFFFFFFL;
            words[i] = (int) (part / divisor);
            remainder = part % divisor;
        }
        return (int) remainder;
    }

    /** This number in decimal; it is zero afterwards. */
    String takeDecimal() {
        byte[] digits = new byte[words.length * 10 + DIGITS_AT_ONCE];
        int start = digits.length;
        do {
            int part = divide(TEN_TO_THE_9TH);
            for (int i = 0; i < DIGITS_AT_ONCE; i++) {
                digits[--start] = (byte) ('0' + part % 10);
                part /= 10;
            }
        } while (!isZero());
        while (start < digits.length - 1 && digits[start] == '0') start++;
        return new String(digits, start, digits.length - start, StandardCharsets.ISO_8859_1);
    }
}
