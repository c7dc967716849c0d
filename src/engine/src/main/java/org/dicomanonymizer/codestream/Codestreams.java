// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.codestream;

import java.io.IOException;
import java.util.Set;

/**
 * Finds in compressed images and films what is no picture: comments, Exif and other metadata, user data, and bytes behind the end. It is
 * overwritten where it stands, so that pictures, lengths and offsets stay what they are.
 */
public final class Codestreams {
    private static final int LOOKED_AT = 12;
    private static final String STANDARD = "1.2.840.10008.1.2.4.";
    /** RLE, deflated frames, and frames that are not compressed: all they can hold is pixels. */
    private static final Set<String> WITHOUT_METADATA =
            Set.of("1.2.840.10008.1.2.5", "1.2.840.10008.1.2.8.1", "1.2.840.10008.1.2.1.98");
    /** A stream of JPEG XL without boxes, which has no place for anything else than the image. */
    private static final int JXL = 0xFF0A;

    private Codestreams() {}

    /**
     * Reads all fragments and marks what is to be blanked.
     *
     * @param transferSyntax the UID of the transfer syntax, which tells what films are
     * @return false if there are frames of a form that is not known here, of which nothing is marked
     */
    public static boolean read(FrameBytes in, String transferSyntax) throws IOException {
        if (WITHOUT_METADATA.contains(transferSyntax)) return true;
        VideoStream.Kind video = video(transferSyntax);
        boolean known = true;
        for (byte[] start; (start = in.peek(LOOKED_AT)).length > 0; ) {
            if (JpegStream.begins(start)) {
                known &= JpegStream.read(in);
            } else if (Jpeg2000Stream.begins(start)) {
                boolean ended = Jpeg2000Stream.read(in);
                if (ended) in.blankRest();
                else in.skipFragment();
                known &= ended;
            } else if (Boxes.beginImage(start)) {
                Boxes.read(in, false);
            } else if (video != null && Boxes.beginFilm(start)) {
                Boxes.read(in, true);
                known = false;
            } else if (video != null && start[0] == 0 && start[1] == 0) {
                VideoStream.read(in, video);
            } else {
                known &= start.length > 1 && ((start[0] & 0xFF) << 8 | start[1] & 0xFF) == JXL;
                in.skipFragment();
            }
        }
        return known;
    }

    private static VideoStream.Kind video(String transferSyntax) {
        if (!transferSyntax.startsWith(STANDARD)) return null;
        return switch (transferSyntax.substring(STANDARD.length())) {
            case "100", "101", "100.1", "101.1" -> VideoStream.Kind.MPEG2;
            case "102", "103", "104", "105", "106", "102.1", "103.1", "104.1", "105.1", "106.1" ->
                VideoStream.Kind.H264;
            case "107", "108" -> VideoStream.Kind.H265;
            default -> null;
        };
    }
}
