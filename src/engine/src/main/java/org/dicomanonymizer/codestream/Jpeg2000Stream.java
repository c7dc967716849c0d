// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.codestream;

import java.io.IOException;

/** JPEG 2000 (ISO/IEC 15444-1) and HTJ2K (part 15): comments are blanked in the main header and in those of all tile-parts. */
final class Jpeg2000Stream {
    private static final int SOC = 0xFF4F;
    private static final int COM = 0xFF64;
    private static final int SOT = 0xFF90;
    private static final int SOD = 0xFF93;
    private static final int EOC = 0xFFD9;

    private Jpeg2000Stream() {}

    /** Reads one image, from its start marker on, and goes behind its end marker; false if it came upon none. */
    static boolean read(FrameBytes in) throws IOException {
        long tilePart = -1;
        long length = 0;
        for (long at = in.offset(); ; at = in.offset()) {
            int marker = in.next16();
            if (marker < 0xFF00 || marker == EOC) return marker == EOC;
            if (marker == SOC) continue;
            if (marker == SOD) {
                if (length == 0) return toEnd(in);
                in.skip(tilePart + length - in.offset());
                continue;
            }
            int size = in.next16();
            if (size < 2) return false;
            if (marker == SOT) {
                tilePart = at;
                in.skip(2);
                length = in.next32();
                in.skip(size - 8L);
            } else if (marker == COM) {
                in.skip(Math.min(2, size - 2));
                in.blank(size - 4L, ' ');
            } else {
                in.skip(size - 2L);
            }
        }
    }

    /** Of a tile-part that does not tell its length, and so is the last: goes behind the end marker, whose bytes no data have. */
    private static boolean toEnd(FrameBytes in) throws IOException {
        boolean introduced = false;
        for (int value; (value = in.next()) >= 0; ) {
            if (introduced && value == (EOC & 0xFF)) return true;
            introduced = value == 0xFF;
        }
        return false;
    }

    /** Whether a frame begins as such a stream does. */
    static boolean begins(byte[] start) {
        return start.length > 2 && ((start[0] & 0xFF) << 8 | start[1] & 0xFF) == SOC;
    }
}
