// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Bytes that can be read at any position, in memory or in a file: what big values refer to. */
abstract class ByteSource implements Closeable {
    static final int COPY_BUFFER = 1 << 16;

    abstract long size();

    /** Reads what is there, at most {@code length} bytes; fewer only where the source ends. */
    abstract int read(long position, byte[] into, int offset, int length) throws IOException;

    /** The whole content if it lies in memory anyway, else null. */
    byte[] array() {
        return null;
    }

    /** Writes a part to a channel; by the operating system alone if both are files. */
    void transferTo(long position, long length, WritableByteChannel target) throws IOException {
        byte[] buffer = new byte[(int) Math.min(length, COPY_BUFFER)];
        for (long done = 0; done < length; ) {
            int part = (int) Math.min(length - done, buffer.length);
            if (read(position + done, buffer, 0, part) < part) throw ended();
            for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, part); bytes.hasRemaining(); ) target.write(bytes);
            done += part;
        }
    }

    /** A part as a stream; closing it does not close the source. */
    InputStream open(long position, long length) {
        return new PartStream(this, position, length);
    }

    static EOFException ended() {
        return new EOFException("the input has become shorter since it was read");
    }

    private static final class PartStream extends InputStream {
        private final ByteSource source;
        private final long end;
        private long position;

        PartStream(ByteSource source, long position, long length) {
            this.source = source;
            this.position = position;
            this.end = position + length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (position >= end) return -1;
            int count = source.read(position, into, offset, (int) Math.min(length, end - position));
            if (count <= 0) throw ended();
            position += count;
            return count;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.max(0, Math.min(count, end - position));
            position += skipped;
            return skipped;
        }

        @Override
        public int available() {
            return (int) Math.min(Integer.MAX_VALUE, end - position);
        }
    }
}
