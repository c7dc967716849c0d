// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A source that lies in memory. */
final class MemorySource extends ByteSource {
    private final byte[] bytes;

    MemorySource(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    long size() {
        return bytes.length;
    }

    @Override
    byte[] array() {
        return bytes;
    }

    @Override
    int read(long position, byte[] into, int offset, int length) {
        int count = (int) Math.max(0, Math.min(length, bytes.length - position));
        System.arraycopy(bytes, (int) Math.min(position, bytes.length), into, offset, count);
        return count;
    }

    @Override
    void transferTo(long position, long length, WritableByteChannel target) throws IOException {
        for (ByteBuffer part = ByteBuffer.wrap(bytes, (int) position, (int) length); part.hasRemaining(); ) {
            target.write(part);
        }
    }

    @Override
    public void close() {}
}
