// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Inflates a data set of a deflated transfer syntax (PS3.5 section A.5) to memory or, if it is long, a temporary file. */
final class Inflation {
    /** More than any element can hold; what inflates to more is no image. */
    private static final long MAX = 1L << 33;

    private Inflation() {}

    static ByteSource of(ByteSource source, long position, Findings findings) throws IOException {
        long length = source.size() - position;
        boolean zlib = hasZlibHeader(source, position);
        if (zlib) findings.warn("the data set is deflated with a zlib header, which is left out");
        Inflater inflater = new Inflater(!zlib);
        try (InputStream in =
                new InflaterInputStream(source.open(position, length), inflater, ByteSource.COPY_BUFFER)) {
            ByteSource inflated = Spool.of(in, MAX);
            if (inflated == null)
                throw findings.failure("it inflates to more than 8 GB", "the object can't be treated safely");
            if (length - inflater.getBytesRead() > 1)
                findings.warn("the bytes behind the deflated data set are left out");
            return inflated;
        } catch (ZipException | EOFException e) {
            throw findings.failure("the deflated data set is damaged or incomplete", "get a complete copy of it");
        } finally {
            inflater.end();
        }
    }

    private static boolean hasZlibHeader(ByteSource source, long position) throws IOException {
        byte[] first = new byte[2];
        return source.read(position, first, 0, 2) == 2
                && first[0] == 0x78
                && Encoding.EXPLICIT_BIG.u16(first, 0) % 31 == 0;
    }
}
