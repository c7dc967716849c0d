// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.codestream;

import java.io.IOException;

/**
 * Video as a stream of units that each begin with 00 00 01: user data are blanked, of MPEG-2 (ISO/IEC 13818-2) in units of their own,
 * of H.264 and H.265 (ITU-T) in messages of supplemental information (SEI). Zeros stay, since they may be part of an escape.
 */
final class VideoStream {
    /** The kinds of streams, which can't be told by their beginning. */
    enum Kind {
        MPEG2,
        H264,
        H265
    }

    private static final int MPEG2_USER_DATA = 0xB2;
    private static final int H264_SEI = 6;
    private static final int H265_PREFIX_SEI = 39;
    private static final int H265_SUFFIX_SEI = 40;
    /** User data registered by ITU-T Recommendation T.35, and not registered. */
    private static final int REGISTERED = 4;

    private static final int UNREGISTERED = 5;
    private static final int FILL = 0xFF;
    private static final int NEXT_UNIT = -1;

    private final FrameBytes in;
    private final Kind kind;
    private int zeros;

    private VideoStream(FrameBytes in, Kind kind) {
        this.in = in;
        this.kind = kind;
    }

    /** Reads all of it. */
    static void read(FrameBytes in, Kind kind) throws IOException {
        VideoStream video = new VideoStream(in, kind);
        int unit = video.toNextUnit(false);
        while (unit >= 0) unit = video.readUnit(unit);
    }

    private int readUnit(int unit) throws IOException {
        switch (kind) {
            case MPEG2 -> {
                return toNextUnit(unit == MPEG2_USER_DATA);
            }
            case H264 -> {
                return (unit & 0x1F) == H264_SEI ? messages() : toNextUnit(false);
            }
            default -> {
                int type = unit >> 1 & 0x3F;
                if (type != H265_PREFIX_SEI && type != H265_SUFFIX_SEI) return toNextUnit(false);
                in.next();
                return messages();
            }
        }
    }

    /** Goes behind the next start code and gives the byte behind it, or -1 at the end. */
    private int toNextUnit(boolean blanking) throws IOException {
        for (int value; (value = in.next()) >= 0; ) {
            if (startsUnit(value)) return in.next();
            if (blanking && value > 0) in.blankLast(FILL);
        }
        return -1;
    }

    /** Whether a byte ends a start code; counts the zeros before the next. */
    private boolean startsUnit(int value) {
        boolean starts = value == 1 && zeros >= 2;
        zeros = value == 0 ? zeros + 1 : 0;
        return starts;
    }

    /**
     * The messages of a unit, each with type, size and so many bytes; gives what {@link #toNextUnit} does. The trailing bits of
     * the unit are read as the type of one more, as which they may be meant.
     */
    private int messages() throws IOException {
        zeros = 0;
        while (true) {
            int type = number();
            if (type == NEXT_UNIT) return in.next();
            boolean userData = type == REGISTERED || type == UNREGISTERED;
            for (int left = number(); left != 0; left--) {
                int value = left == NEXT_UNIT ? NEXT_UNIT : nextOfMessage();
                if (value == NEXT_UNIT) return in.next();
                if (userData && value > 0) in.blankLast(FILL);
            }
        }
    }

    /** Bytes of FF and one other, added up; or that the next unit begins. */
    private int number() throws IOException {
        for (int sum = 0; ; ) {
            int value = nextOfMessage();
            if (value == NEXT_UNIT) return NEXT_UNIT;
            sum += value;
            if (value != 0xFF) return sum;
        }
    }

    /** The next byte of the content, in which a 3 behind two zeros is none; or that the next unit begins, or nothing. */
    private int nextOfMessage() throws IOException {
        int value = in.next();
        if (value == 3 && zeros >= 2) {
            zeros = 0;
            value = in.next();
        }
        return value < 0 || startsUnit(value) ? NEXT_UNIT : value;
    }
}
