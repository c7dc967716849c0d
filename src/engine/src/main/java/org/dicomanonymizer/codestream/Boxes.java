// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.codestream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Files made of boxes: JP2 (ISO/IEC 15444-1 Annex I), JPEG XL (ISO/IEC 18181-2), MP4 (ISO/IEC 14496-12). Of the first two only the boxes
 * that hold the image stay as they are; of MP4 those are blanked that hold descriptions. The type of a blanked box is blank,
 * too, so that readers pass it over.
 */
final class Boxes {
    private static final Set<String> OF_IMAGES =
            Set.of("jP  ", "JXL ", "ftyp", "rreq", "jp2h", "jp2c", "jxll", "jxli", "jxlc", "jxlp");
    private static final Set<String> DESCRIBING_FILMS = Set.of("udta", "meta", "uuid", "free", "skip", "wide");
    private static final Set<String> WITH_BOXES = Set.of("moov", "trak");
    private static final int HEADER = 8;
    private static final int LONG_HEADER = 16;

    private Boxes() {}

    /** Reads one image, or one film, from its first box to the end of its fragment. */
    static void read(FrameBytes in, boolean film) throws IOException {
        boolean more = true;
        while (more) more = readBox(in, film) && !in.isBetweenFragments();
        in.blankRest();
    }

    /** Whether there was a box with an end. */
    private static boolean readBox(FrameBytes in, boolean film) throws IOException {
        byte[] header = in.peek(LONG_HEADER);
        if (header.length < HEADER) return false;
        long length = number(header, 0);
        int headerLength = HEADER;
        if (length == 1 && header.length == LONG_HEADER) {
            length = number(header, 8) << 32 | number(header, 12);
            headerLength = LONG_HEADER;
        }
        boolean endless = length == 0;
        if (!endless && length < headerLength) return false;
        String type = new String(header, 4, 4, StandardCharsets.ISO_8859_1);
        boolean stays = film ? !DESCRIBING_FILMS.contains(type) : OF_IMAGES.contains(type);
        if (!stays) blank(in, headerLength, endless ? Long.MAX_VALUE : length);
        else if (type.equals("jp2c")) codestream(in, headerLength, endless ? Long.MAX_VALUE : length);
        else if (film && WITH_BOXES.contains(type)) in.skip(headerLength);
        else in.skip(endless ? Long.MAX_VALUE : length);
        return !endless;
    }

    private static void blank(FrameBytes in, int headerLength, long length) throws IOException {
        in.skip(4);
        in.blank(4, ' ');
        in.skip(headerLength - HEADER);
        in.blank(length - headerLength, ' ');
    }

    private static void codestream(FrameBytes in, int headerLength, long length) throws IOException {
        long start = in.offset();
        in.skip(headerLength);
        boolean ended = Jpeg2000Stream.read(in);
        long left = length - (in.offset() - start);
        if (length == Long.MAX_VALUE) return;
        if (ended) in.blank(left, 0);
        else in.skip(left);
    }

    private static long number(byte[] bytes, int at) {
        long number = 0;
        for (int i = 0; i < 4; i++) number = number << 8 | bytes[at + i] & 0xFF;
        return number;
    }

    /** Whether a frame begins as JP2 and JPEG XL in boxes do. */
    static boolean beginImage(byte[] start) {
        return begins(start, 4, "jP  ") || begins(start, 4, "JXL ");
    }

    /** Whether a frame begins as MP4 does. */
    static boolean beginFilm(byte[] start) {
        return begins(start, 4, "ftyp");
    }

    private static boolean begins(byte[] start, int at, String type) {
        return start.length >= at + 4 && new String(start, at, 4, StandardCharsets.ISO_8859_1).equals(type);
    }
}
