// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.codestream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The payload of the fragments of encapsulated pixel data, one after the other as if they were one, and what is to be blanked
 * in it. Read once, forward; what is skipped is not read. Not thread-safe.
 */
public final class FrameBytes {
    private static final int PIECE = 1 << 16;

    /** Bytes at any position. */
    @FunctionalInterface
    public interface Source {
        /** Reads at most {@code length} bytes, and fewer only where the source ends. */
        int read(long position, byte[] into, int offset, int length) throws IOException;
    }

    private final Source source;
    private final long[] starts;
    private final long[] ends;
    private final List<Blank> blanks = new ArrayList<>();
    private final byte[] piece = new byte[PIECE];
    /** Where the piece stands in the source, and how much of it has been read and filled. */
    private long base;

    private int read;
    private int filled;
    private int fragment = -1;
    private long offset;

    /**
     * @param source what the fragments stand in
     * @param starts where the payload of each begins in the source
     * @param ends   where it ends
     */
    public FrameBytes(Source source, long[] starts, long[] ends) {
        this.source = source;
        this.starts = starts.clone();
        this.ends = ends.clone();
    }

    /** The next byte, or -1 behind the last fragment. */
    int next() throws IOException {
        if (read == filled && !fill()) return -1;
        offset++;
        return piece[read++] & 0xFF;
    }

    /** Goes behind the next byte of that value; false, and to the end, if there is none. */
    boolean skipBehind(int wanted) throws IOException {
        while (read < filled || fill()) {
            int from = read;
            while (read < filled && piece[read] != (byte) wanted) read++;
            boolean found = read < filled;
            if (found) read++;
            offset += read - from;
            if (found) return true;
        }
        return false;
    }

    /** The next two bytes as a number, or -1 if they are not there. */
    int next16() throws IOException {
        int high = next();
        int low = next();
        return low < 0 ? -1 : high << 8 | low;
    }

    /** The next four bytes as a number, or -1 if they are not there. */
    long next32() throws IOException {
        int high = next16();
        int low = next16();
        return low < 0 ? -1 : (long) high << 16 | low;
    }

    private boolean fill() throws IOException {
        long position = base + filled;
        if (!moveToFragmentOf(position)) return false;
        base = fragment >= 0 && position > starts[fragment] && position < ends[fragment] ? position : starts[fragment];
        read = 0;
        filled = source.read(base, piece, 0, (int) Math.min(PIECE, ends[fragment] - base));
        return filled > 0;
    }

    /** Goes on to the next fragment with bytes if this one ends at the position. */
    private boolean moveToFragmentOf(long position) {
        if (fragment >= 0 && fragment < ends.length && position < ends[fragment]) return true;
        while (fragment < starts.length)
            if (++fragment < starts.length && starts[fragment] < ends[fragment]) return true;
        return false;
    }

    /** How many bytes are behind. */
    long offset() {
        return offset;
    }

    /** Whether the next byte, if there is one, is the first of a fragment. */
    boolean isBetweenFragments() {
        return fragment < 0 || fragment >= ends.length || base + read == ends[fragment];
    }

    /** The next bytes, of the same fragment, without going on; fewer at its end. */
    byte[] peek(int count) throws IOException {
        if (read == filled && !fill()) return new byte[0];
        byte[] next = new byte[(int) Math.min(count, ends[fragment] - base - read)];
        source.read(base + read, next, 0, next.length);
        return next;
    }

    void skip(long count) throws IOException {
        pass(count, null);
    }

    /** Blanks the next bytes and goes behind them. */
    void blank(long count, int fill) throws IOException {
        pass(count, (byte) fill);
    }

    private void pass(long count, Byte fill) throws IOException {
        for (long left = count; left > 0; ) {
            if (read == filled && !fill()) return;
            long position = base + read;
            long part = Math.min(left, ends[fragment] - position);
            if (fill != null) add(position, part, fill);
            if (part <= filled - read) {
                read += (int) part;
            } else {
                base = position + part;
                read = 0;
                filled = 0;
            }
            offset += part;
            left -= part;
        }
    }

    void skipFragment() throws IOException {
        if (read < filled || fill()) skip(ends[fragment] - base - read);
    }

    /** Blanks the byte that was read last. */
    void blankLast(int fill) {
        add(base + read - 1, 1, (byte) fill);
    }

    /** Goes behind this fragment, and blanks what is left of it unless that only pads. */
    void blankRest() throws IOException {
        while (!isBetweenFragments()) {
            int value = next();
            if (value != 0 && value != 0xFF) blankLast(0);
        }
    }

    private void add(long position, long length, byte fill) {
        Blank last = blanks.isEmpty() ? null : blanks.get(blanks.size() - 1);
        if (last != null && last.end() == position && last.fill() == fill)
            blanks.set(blanks.size() - 1, new Blank(last.position(), last.length() + length, fill));
        else blanks.add(new Blank(position, length, fill));
    }

    /** What is to be blanked, in the order of the source. */
    public List<Blank> blanks() {
        return List.copyOf(blanks);
    }
}
