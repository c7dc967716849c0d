// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/** A view of a value in the other byte order. What it is a view of has to be closed by others. */
final class SwappedSource extends ByteSource {
    private final ByteSource source;
    private final long start;
    private final long end;
    private final int unit;

    /**
     * @param start where the first word stands
     * @param whole the length of all whole words, in bytes; what follows them is left as it is
     * @param unit  bytes per word
     */
    SwappedSource(ByteSource source, long start, long whole, int unit) {
        this.source = source;
        this.start = start;
        this.end = start + whole;
        this.unit = unit;
    }

    /** The words of a value in the other byte order. */
    static byte[] swapped(byte[] bytes, int from, int length, int unit) {
        byte[] swapped = new byte[length];
        int whole = length - length % unit;
        for (int i = 0; i < length; i++) swapped[i] = bytes[from + (i < whole ? mirrored(i, unit) : i)];
        return swapped;
    }

    private static int mirrored(int index, int unit) {
        int inWord = index % unit;
        return index - inWord + unit - 1 - inWord;
    }

    @Override
    long size() {
        return source.size();
    }

    @Override
    int read(long position, byte[] into, int offset, int length) throws IOException {
        if (position >= end) return source.read(position, into, offset, length);
        long first = position - (position - start) % unit;
        long behind = Math.min(end, position + length);
        long last = behind + (unit - (behind - start) % unit) % unit;
        byte[] words = new byte[(int) (last - first)];
        int count = source.read(first, words, 0, words.length);
        byte[] swapped = swapped(words, 0, count, unit);
        int skipped = (int) (position - first);
        int part = Math.min((int) (behind - position), count - skipped);
        if (part <= 0) return 0;
        System.arraycopy(swapped, skipped, into, offset, part);
        return part < length && behind == end ? part + source.read(end, into, offset + part, length - part) : part;
    }

    @Override
    public void close() {}
}
