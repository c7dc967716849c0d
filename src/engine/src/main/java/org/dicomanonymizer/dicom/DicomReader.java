// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Reads DICOM objects, with or without preamble and File Meta Information, in every transfer syntax. What big values hold
 * is not read. Failures are {@link NotDicomException}, if the input is something else; {@link DicomException}, if it is
 * broken; and any other {@link IOException}, if it can't be read at all.
 */
public final class DicomReader {
    private static final String STREAM = "the input stream";

    private DicomReader() {}

    /** Reads a file, which stays open until the object is closed, and must not change until then. */
    public static DicomObject read(Path file) throws IOException {
        return read(FileSource.open(file), file.toString());
    }

    /** Reads a stream to its end; what is longer than 1 MB goes to a temporary file that only its owner can read. */
    public static DicomObject read(InputStream in) throws IOException {
        return read(Spool.of(in, Long.MAX_VALUE), STREAM);
    }

    /** Reads from memory; the array is used as it is and must not be changed. */
    public static DicomObject read(byte[] bytes) throws IOException {
        return read(new MemorySource(bytes), "the input");
    }

    private static DicomObject read(ByteSource source, String name) throws IOException {
        boolean complete = false;
        try {
            DicomObject object = new ObjectParser(source, name).parse();
            complete = true;
            return object;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            if (!complete) source.close();
        }
    }
}
