// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A source that lies in a file, which is never loaded as a whole. */
final class FileSource extends ByteSource {
    private final FileChannel channel;
    private final long size;

    FileSource(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    static FileSource open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return new FileSource(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    long size() {
        return size;
    }

    @Override
    int read(long position, byte[] into, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
        while (buffer.hasRemaining()) {
            int count = channel.read(buffer, position + length - buffer.remaining());
            if (count < 0) break;
        }
        return length - buffer.remaining();
    }

    @Override
    void transferTo(long position, long length, WritableByteChannel target) throws IOException {
        if (!(target instanceof FileChannel)) {
            super.transferTo(position, length, target);
            return;
        }
        for (long done = 0; done < length; ) {
            long count = channel.transferTo(position + done, length - done, target);
            if (count <= 0) throw ended();
            done += count;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
