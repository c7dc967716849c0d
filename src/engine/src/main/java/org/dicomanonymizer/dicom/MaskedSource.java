// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/** A view of a source in which some bits of every word are cleared. What it is a view of has to be closed by others. */
final class MaskedSource extends ByteSource {
    private final ByteSource source;
    private final long start;
    private final byte[] kept;

    /**
     * @param start where the first word stands
     * @param kept  the bits that stay, byte by byte of a word
     */
    MaskedSource(ByteSource source, long start, byte[] kept) {
        this.source = source;
        this.start = start;
        this.kept = kept;
    }

    /** The bytes of a mask in the order in which a word of that many bytes is encoded. */
    static byte[] keptBytes(int wordSize, int cleared, boolean bigEndian) {
        byte[] kept = new byte[wordSize];
        for (int i = 0; i < wordSize; i++) {
            int significance = bigEndian ? wordSize - 1 - i : i;
            kept[i] = (byte) ~(cleared >>> 8 * significance);
        }
        return kept;
    }

    /** Clears bits in a part of the words, which begins at this offset of the first word. */
    static void mask(byte[] bytes, int from, int length, byte[] kept, long offset) {
        for (int i = 0; i < length; i++) bytes[from + i] &= kept[(int) ((offset + i) % kept.length)];
    }

    @Override
    long size() {
        return source.size();
    }

    @Override
    int read(long position, byte[] into, int offset, int length) throws IOException {
        int count = source.read(position, into, offset, length);
        mask(into, offset, count, kept, position - start);
        return count;
    }

    @Override
    public void close() {}
}
