// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dicomanonymizer.codestream.Blank;
import org.dicomanonymizer.codestream.Codestreams;
import org.dicomanonymizer.codestream.FrameBytes;

/**
 * What Pixel Data (7FE0,0010) holds that is no pixel: metadata in compressed frames, a table of offsets that is none, and bytes
 * behind the last pixel. It is blanked where it stands; the value keeps its length, and a big one stays in its source.
 *
 * @param blanked whether anything was
 * @param known   whether the form of all frames is known; what one of another form holds has not been looked at
 */
public record PixelRemains(boolean blanked, boolean known) {
    private static final PixelRemains NONE = new PixelRemains(false, true);
    private static final int NUMBER_OF_FRAMES = 0x00280008;
    /** Samples per Pixel, Rows, Columns, Bits Allocated. */
    private static final int[] FACTORS = {0x00280002, 0x00280010, 0x00280011, 0x00280100};

    /**
     * Blanks it in an object.
     *
     * @throws UncheckedIOException if its pixel data can't be read
     */
    public static PixelRemains blankIn(DicomObject object) {
        try {
            Value.Region region = object.dataSet().region(Tags.PIXEL_DATA);
            return region != null && region.fragments != null
                    ? blankBetweenPixels(object, region)
                    : blankBehindPixels(object.dataSet(), region);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PixelRemains blankBetweenPixels(DicomObject object, Value.Region region) throws IOException {
        FragmentTable fragments = new FragmentTable(region);
        if (fragments.isEmpty()) return NONE;
        List<Blank> blanks = new ArrayList<>();
        if (!fragments.tellsOffsets())
            blanks.add(new Blank(fragments.offsetsStart(), fragments.offsetsLength(), (byte) 0));
        FrameBytes frames = fragments.frames();
        boolean known = Codestreams.read(frames, object.transferSyntax().uid());
        blanks.addAll(frames.blanks());
        if (!blanks.isEmpty()) object.dataSet().blank(Tags.PIXEL_DATA, region, blanks);
        return new PixelRemains(!blanks.isEmpty(), known);
    }

    /** @param region null if the value is in memory */
    private static PixelRemains blankBehindPixels(DicomDataSet set, Value.Region region) {
        long pixels = expectedLength(set);
        long rest = set.length(Tags.PIXEL_DATA) - pixels;
        if (pixels < 0 || rest <= 1) return NONE;
        if (region == null) {
            byte[] bytes = set.bytes(Tags.PIXEL_DATA);
            Arrays.fill(bytes, (int) pixels, bytes.length, (byte) 0);
            set.setBytes(Tags.PIXEL_DATA, set.vr(Tags.PIXEL_DATA), bytes);
        } else {
            set.blank(Tags.PIXEL_DATA, region, List.of(new Blank(region.position + pixels, rest, (byte) 0)));
        }
        return new PixelRemains(true, true);
    }

    /** The length of pixels that are not compressed; -1 if the object does not tell. */
    private static long expectedLength(DicomDataSet set) {
        long bits = set.isEmpty(NUMBER_OF_FRAMES) ? 1 : number(set, NUMBER_OF_FRAMES);
        for (int tag : FACTORS) {
            long factor = number(set, tag);
            if (bits < 1 || factor < 1 || bits > Long.MAX_VALUE / factor) return -1;
            bits *= factor;
        }
        return (bits + 7) / 8;
    }

    private static long number(DicomDataSet set, int tag) {
        try {
            String text = set.string(tag);
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
