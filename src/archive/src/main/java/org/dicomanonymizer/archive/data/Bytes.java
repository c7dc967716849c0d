// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

/** Words in bytes. */
final class Bytes {
    private Bytes() {}

    /** Turns each word of so many bytes round, in place; bytes beyond the last whole one stay. */
    static byte[] swap(byte[] bytes, int unit) {
        for (int word = 0; word + unit <= bytes.length; word += unit) {
            for (int i = word, j = word + unit - 1; i < j; i++, j--) {
                byte first = bytes[i];
                bytes[i] = bytes[j];
                bytes[j] = first;
            }
        }
        return bytes;
    }

    /** Clears bits in each word of so many bytes, in place. */
    static void clearBits(byte[] bytes, int wordSize, int bits, boolean bigEndian) {
        for (int i = 0; i < bytes.length; i++) {
            int inWord = i % wordSize;
            int significance = bigEndian ? wordSize - 1 - inWord : inWord;
            bytes[i] &= (byte) ~(bits >>> 8 * significance);
        }
    }
}
