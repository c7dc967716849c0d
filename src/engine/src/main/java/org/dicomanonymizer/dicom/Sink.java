// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Gathers small pieces before they are written; big ones go straight from their source. */
final class Sink {
    private static final int BUFFER = 1 << 16;

    private final WritableByteChannel channel;
    private final byte[] buffer = new byte[BUFFER];
    private int used;

    Sink(WritableByteChannel channel) {
        this.channel = channel;
    }

    void bytes(byte[] bytes, int from, int length) throws IOException {
        if (length > BUFFER - used) flush();
        if (length > BUFFER) {
            write(bytes, from, length);
        } else {
            System.arraycopy(bytes, from, buffer, used, length);
            used += length;
        }
    }

    void region(ByteSource source, long position, long length) throws IOException {
        flush();
        source.transferTo(position, length, channel);
    }

    /** An item or delimitation item. */
    void item(Encoding encoding, int tag, long length) throws IOException {
        if (BUFFER - used < 8) flush();
        encoding.putTag(buffer, used, tag);
        encoding.put32(buffer, used + 4, length);
        used += 8;
    }

    void header(Encoding encoding, int tag, Value.Header header, long length) throws IOException {
        if (header.form() == Value.Form.IMPLICIT) {
            item(encoding, tag, length);
            return;
        }
        if (BUFFER - used < 12) flush();
        encoding.putTag(buffer, used, tag);
        Encoding.EXPLICIT_BIG.put16(buffer, used + 4, header.code());
        if (header.form() == Value.Form.LONG) {
            Encoding.EXPLICIT_BIG.put16(buffer, used + 6, header.reserved());
            encoding.put32(buffer, used + 8, length);
        } else {
            encoding.put16(buffer, used + 6, (int) length);
        }
        used += header.form().length;
    }

    void flush() throws IOException {
        write(buffer, 0, used);
        used = 0;
    }

    private void write(byte[] bytes, int from, int length) throws IOException {
        for (ByteBuffer part = ByteBuffer.wrap(bytes, from, length); part.hasRemaining(); ) channel.write(part);
    }
}
