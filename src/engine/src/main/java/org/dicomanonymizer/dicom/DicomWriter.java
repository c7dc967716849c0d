// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes DICOM objects in the transfer syntax they have. What was not changed is written byte for byte as it was read,
 * of a deflated data set what it inflates to; group lengths are kept true.
 */
public final class DicomWriter {
    private DicomWriter() {}

    /**
     * Writes a new file, which appears under its name when it is complete.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file, which stays as it is
     */
    public static void write(DicomObject object, Path file) throws IOException {
        write(object, file, false);
    }

    /**
     * Writes a file, which appears under its name when it is complete.
     *
     * @param replace whether a file of that name may be replaced, see {@link PendingFile#create}
     */
    public static void write(DicomObject object, Path file, boolean replace) throws IOException {
        try (PendingFile pending = PendingFile.create(file, replace)) {
            write(object, pending.channel());
            pending.commit();
        }
    }

    /** Writes to a stream, which is neither flushed nor closed. */
    public static void write(DicomObject object, OutputStream out) throws IOException {
        write(object, Channels.newChannel(out));
    }

    /** Writes to a channel, which is not closed. */
    public static void write(DicomObject object, WritableByteChannel channel) throws IOException {
        Sink sink = new Sink(channel);
        sink.bytes(object.head(), 0, object.head().length);
        DataSetComposer.writeMeta(object.fileMeta(), sink);
        dataSet(object, channel, sink);
    }

    /**
     * Writes the data set alone, as the network carries it (PS3.8), to a stream, which is neither flushed nor closed.
     */
    public static void writeDataSet(DicomObject object, OutputStream out) throws IOException {
        WritableByteChannel channel = Channels.newChannel(out);
        dataSet(object, channel, new Sink(channel));
    }

    private static void dataSet(DicomObject object, WritableByteChannel channel, Sink sink) throws IOException {
        if (object.transferSyntax().isDeflated()) {
            sink.flush();
            deflate(object.dataSet(), channel);
        } else {
            DataSetComposer.write(object.dataSet(), sink);
            sink.flush();
        }
    }

    private static void deflate(DicomDataSet dataSet, WritableByteChannel channel) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            OutputStream out = Channels.newOutputStream(channel);
            DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater, ByteSource.COPY_BUFFER);
            Sink sink = new Sink(Channels.newChannel(deflated));
            DataSetComposer.write(dataSet, sink);
            sink.flush();
            deflated.finish();
            if (deflater.getBytesWritten() % 2 != 0) out.write(0); // PS3.5 section A.5
        } finally {
            deflater.end();
        }
    }
}
