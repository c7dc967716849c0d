// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.codestream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JPEG (ISO/IEC 10918-1) and JPEG-LS (ISO/IEC 14495-1): comments and application segments are blanked, such as those of Exif and XMP,
 * but for the few facts that decoding needs, and so is what stands behind the end of the image.
 */
final class JpegStream {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int COM = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP15 = 0xEF;
    /** Markers up to here are reserved, those above have their use in one of the standards. */
    private static final int LAST_RESERVED = 0xBF;

    private static final int LONGEST_NAME = 12;

    private JpegStream() {}

    /** Reads one image, from its start marker on; false if it has no end, and so perhaps was not understood. */
    static boolean read(FrameBytes in) throws IOException {
        in.skip(2);
        int marker = next(in);
        while (marker >= 0 && marker != EOI) marker = segment(marker, in);
        if (marker == EOI) in.blankRest();
        else in.skipFragment();
        return marker == EOI;
    }

    /** Reads the segment of a marker, with the coded image behind it if it starts a scan, and gives the marker behind that. */
    private static int segment(int marker, FrameBytes in) throws IOException {
        if (marker == SOI || marker == 1 || isRestart(marker)) return next(in);
        int length = in.next16();
        if (length < 2) return -1;
        boolean application = marker >= APP0 && marker <= APP15;
        int kept = application ? neededOf(marker - APP0, in.peek(LONGEST_NAME)) : length;
        if (marker == COM || marker > 1 && marker <= LAST_RESERVED) kept = 0;
        kept = Math.min(kept, length - 2);
        in.skip(kept);
        in.blank(length - 2L - kept, ' ');
        return marker == SOS ? afterScan(in) : next(in);
    }

    /** How many bytes of an application segment decoders need: densities, the kind of colours, a colour profile. */
    private static int neededOf(int number, byte[] start) {
        String name = new String(start, StandardCharsets.ISO_8859_1);
        if (number == 0 && name.startsWith("JFIF\0")) return 14;
        if (number == 2 && name.startsWith("ICC_PROFILE\0")) return Integer.MAX_VALUE;
        if (number == 8 && name.startsWith("mrfx")) return 5;
        return number == 14 && name.startsWith("Adobe") ? 12 : 0;
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    /** The next marker without its first byte; what stands before it is no part of an image. -1 at the end. */
    private static int next(FrameBytes in) throws IOException {
        boolean introduced = false;
        for (int value; (value = in.next()) >= 0; ) {
            if (introduced && value != 0xFF && value != 0) return value;
            introduced = value == 0xFF;
            if (!introduced && value != 0) in.blankLast(0);
        }
        return -1;
    }

    /** The marker that ends the coded image. A byte of FF in it is followed by one that no marker has. */
    private static int afterScan(FrameBytes in) throws IOException {
        while (in.skipBehind(0xFF)) {
            int value = in.next();
            while (value == 0xFF) value = in.next();
            if (value >= 0x80 && !isRestart(value)) return value;
        }
        return -1;
    }

    /** Whether a frame begins as such a stream does. */
    static boolean begins(byte[] start) {
        return start.length > 2 && Arrays.equals(start, 0, 2, new byte[] {(byte) 0xFF, (byte) SOI}, 0, 2);
    }
}
