// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.io.EOFException;
import java.io.IOException;
import java.util.OptionalInt;
import org.dcm4che3.io.DicomInputStream;
import org.dicomanonymizer.dicom.Tags;

/** What stands behind the pixel data of a stored object: the archive copies it to receivers without asking any coercion. */
final class BehindPixels {
    private static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;
    private static final int UNDEFINED_LENGTH = -1;

    private BehindPixels() {}

    /**
     * The tag of the first element behind Pixel Data (7FE0,0010) that holds anything; none in an object without pixel data.
     *
     * @param in an object that was read up to its pixel data
     */
    static OptionalInt firstIn(DicomInputStream in) throws IOException {
        if (in.tag() != Tags.PIXEL_DATA) return OptionalInt.empty();
        skipPixels(in);
        while (readHeader(in)) {
            if (in.tag() != DATA_SET_TRAILING_PADDING || !isZero(in)) return OptionalInt.of(in.tag());
        }
        return OptionalInt.empty();
    }

    private static void skipPixels(DicomInputStream in) throws IOException {
        if (in.length() != UNDEFINED_LENGTH) {
            in.skipFully(in.unsignedLength());
            return;
        }
        while (in.readItemHeader()) in.skipFully(in.unsignedLength());
    }

    private static boolean readHeader(DicomInputStream in) throws IOException {
        try {
            in.readHeader();
            return true;
        } catch (EOFException end) {
            return false;
        }
    }

    /** PS3.10 section 7.2: padding has no meaning; but what is no zero may have been left there by something else. */
    private static boolean isZero(DicomInputStream in) throws IOException {
        for (long left = in.unsignedLength(); left > 0; left--) if (in.read() != 0) return false;
        return true;
    }
}
