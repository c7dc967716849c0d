// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Turns a stream into a source: in memory if it is short, else in a temporary file. */
final class Spool {
    /** Up to here a stream is held in memory. */
    private static final int IN_MEMORY = 1 << 20;

    private Spool() {}

    /**
     * Reads a stream to its end.
     *
     * @param limit the most bytes to accept
     * @return the source, or null if the stream is longer than the limit
     */
    static ByteSource of(InputStream in, long limit) throws IOException {
        byte[] head = in.readNBytes((int) Math.min(IN_MEMORY, limit) + 1);
        if (head.length > limit) return null;
        return head.length <= IN_MEMORY ? new MemorySource(head) : file(head, in, limit);
    }

    private static ByteSource file(byte[] head, InputStream in, long limit) throws IOException {
        Path file = Files.createTempFile("dicom", ".tmp"); // readable by its owner only, says the method's contract
        FileChannel channel = null;
        boolean complete = false;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            long size = 0;
            byte[] buffer = head;
            for (int count = head.length; count > 0; count = in.readNBytes(buffer, 0, buffer.length)) {
                size += count;
                if (size > limit) return null;
                for (ByteBuffer part = ByteBuffer.wrap(buffer, 0, count); part.hasRemaining(); ) channel.write(part);
                if (buffer == head) buffer = Arrays.copyOf(head, ByteSource.COPY_BUFFER);
            }
            FileSource source = new FileSource(channel);
            complete = true;
            return source;
        } finally {
            if (!complete) {
                if (channel != null) channel.close();
                Files.deleteIfExists(file);
            }
        }
    }
}
