// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

/** Pairs of bytes, whatever the case of ASCII letters in them: a set that is asked at every place of long values. */
final class BytePairs {
    private final long[] bits = new long[(1 << 16) / Long.SIZE];

    /** Adds a pair in all cases; both are given in small letters. */
    void add(char first, char second) {
        for (char one : new char[] {first, capital(first)})
            for (char other : new char[] {second, capital(second)}) {
                int pair = one << 8 | other;
                bits[pair >>> 6] |= 1L << pair;
            }
    }

    private static char capital(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 0x20) : c;
    }

    boolean contains(byte first, byte second) {
        int pair = (first & 0xFF) << 8 | second & 0xFF;
        return (bits[pair >>> 6] >>> pair & 1) != 0;
    }
}
