// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/** Walks over a source, reading ahead where values follow each other and not at all over those that are skipped. */
final class Cursor {
    private static final int AHEAD = 1 << 15;
    private static final int AHEAD_AFTER_SKIP = 1 << 10;
    private static final int FIRST_CHUNK = 1 << 12;
    private static final int LAST_CHUNK = 1 << 16;

    private final ByteSource source;
    private final boolean inMemory;
    private byte[] buffer;
    /** Position of the buffer's first byte, and number of its valid bytes. */
    private long bufferStart;

    private int buffered;
    private long position;

    /** Where values are kept when the buffer moves on. */
    private byte[] chunk = {};

    private int chunkUsed;
    private int chunkSize = FIRST_CHUNK;

    Cursor(ByteSource source) {
        this.source = source;
        inMemory = source.array() != null;
        buffer = inMemory ? source.array() : new byte[(int) Math.min(AHEAD, source.size())];
        buffered = inMemory ? buffer.length : 0;
    }

    ByteSource source() {
        return source;
    }

    boolean isInMemory() {
        return inMemory;
    }

    long size() {
        return source.size();
    }

    long position() {
        return position;
    }

    void position(long newPosition) {
        position = newPosition;
    }

    void skip(long count) {
        position += count;
    }

    byte[] buffer() {
        return buffer;
    }

    /** Makes {@code count} bytes ({@value #AHEAD} at most) readable; gives the index of the first in {@link #buffer}, or -1. */
    int require(int count) throws IOException {
        return require(position, count);
    }

    /** The same at any position. */
    int require(long at, int count) throws IOException {
        if (count > source.size() - at) return -1;
        if (at < bufferStart || at + count > bufferStart + buffered) fill(at, count);
        return at + count > bufferStart + buffered ? -1 : (int) (at - bufferStart);
    }

    private void fill(long at, int count) throws IOException {
        if (inMemory) return;
        boolean follows = at >= bufferStart && at <= bufferStart + buffered;
        int kept = follows ? (int) (bufferStart + buffered - at) : 0;
        System.arraycopy(buffer, (int) (follows ? at - bufferStart : 0), buffer, 0, kept);
        int ahead = follows ? buffer.length : Math.min(buffer.length, Math.max(count, AHEAD_AFTER_SKIP));
        ahead = (int) Math.min(ahead, source.size() - at);
        bufferStart = at;
        buffered = kept + source.read(at + kept, buffer, kept, ahead - kept);
    }

    /** Whether these bytes can be looked at without reading. */
    boolean isBuffered(long at, int count) {
        return at >= bufferStart && at + count <= bufferStart + buffered;
    }

    /** The index in {@link #buffer} of buffered bytes. */
    int index(long at) {
        return (int) (at - bufferStart);
    }

    /**
     * Keeps the bytes before the position as a value that outlives the buffer.
     *
     * @param header how many bytes of header stand before it
     */
    Value.Slice keep(VR vr, int header, int length) {
        int from = index(position - header - length);
        if (inMemory) return new Value.Slice(vr, buffer, from + header, length, header);
        int count = header + length;
        if (chunk.length - chunkUsed < count) {
            chunk = new byte[Math.max(count, chunkSize)];
            chunkUsed = 0;
            chunkSize = Math.min(chunkSize * 2, LAST_CHUNK);
        }
        System.arraycopy(buffer, from, chunk, chunkUsed, count);
        Value.Slice slice = new Value.Slice(vr, chunk, chunkUsed + header, length, header);
        chunkUsed += count;
        return slice;
    }

    /** Whether only zeros follow. */
    boolean onlyZerosFollow() throws IOException {
        for (long at = position; at < source.size(); ) {
            int count = (int) Math.min(buffer.length, source.size() - at);
            int from = require(at, count);
            if (from < 0) throw ByteSource.ended();
            for (int i = from; i < from + count; i++) if (buffer[i] != 0) return false;
            at += count;
        }
        return true;
    }
}
