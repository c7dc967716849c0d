// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The pixels of an image with the attributes that describe them (Image Pixel Module, PS3.3 section C.7.6.3): what a codec gets of
 * an object to decompress it, and what it gives back.
 */
public final class ImagePixels {
    private static final int SAMPLES_PER_PIXEL = 0x00280002;
    private static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
    private static final int PLANAR_CONFIGURATION = 0x00280006;
    private static final int NUMBER_OF_FRAMES = 0x00280008;
    private static final int ROWS = 0x00280010;
    private static final int COLUMNS = 0x00280011;
    private static final int BITS_ALLOCATED = 0x00280100;
    private static final int BITS_STORED = 0x00280101;
    private static final int HIGH_BIT = 0x00280102;
    private static final int PIXEL_REPRESENTATION = 0x00280103;
    private static final int FIRST_OF_PALETTE = 0x00281101;
    private static final int LAST_OF_PALETTE = 0x00281223;
    private static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;

    /** What a codec has to know, beside the palette; the UIDs since files have them. */
    private static final Set<Integer> GIVEN = Set.of(
            Tags.SOP_CLASS_UID,
            Tags.SOP_INSTANCE_UID,
            SAMPLES_PER_PIXEL,
            PHOTOMETRIC_INTERPRETATION,
            PLANAR_CONFIGURATION,
            NUMBER_OF_FRAMES,
            ROWS,
            COLUMNS,
            BITS_ALLOCATED,
            BITS_STORED,
            HIGH_BIT,
            PIXEL_REPRESENTATION,
            Tags.PIXEL_DATA);

    /** What a codec decides. */
    private static final Set<Integer> TAKEN =
            Set.of(PHOTOMETRIC_INTERPRETATION, PLANAR_CONFIGURATION, BITS_STORED, HIGH_BIT, Tags.PIXEL_DATA);

    /** Where the frames stand among the fragments, and how long they are. */
    private static final int[] OF_FRAGMENTS = {0x7FE00001, 0x7FE00002, 0x7FE00003};

    /** Those in which every pixel has all of its samples. */
    private static final Set<String> PLAIN = Set.of("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR", "RGB", "YBR_FULL");

    /** JPEG but for its lossless processes: of what it has lost the name alone tells, which goes. */
    private static final Set<String> ALWAYS_LOSSY = Set.of(
            "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.53", "1.2.840.10008.1.2.4.55");

    private ImagePixels() {}

    /** Whether an object has compressed Pixel Data. */
    public static boolean areCompressed(DicomObject object) {
        return object.transferSyntax().isEncapsulated()
                && object.dataSet().elements().get(Tags.PIXEL_DATA) instanceof Value.Region region
                && region.fragments != null;
    }

    /** Whether an object has compressed values beside its Pixel Data, as its icon may be one. */
    public static boolean areOthersCompressed(DicomObject object) {
        ElementTable elements = object.dataSet().elements();
        for (int i = 0; i < elements.size(); i++)
            if (elements.tagAt(i) != Tags.PIXEL_DATA && Reencoding.holdsFragments(elements.valueAt(i))) return true;
        return false;
    }

    /**
     * What pixels are like when they are not compressed.
     *
     * @param samplesPerPixel 1, or 3 in color
     * @param bitsAllocated   bits per sample
     * @param frameBits       bits per frame
     * @param frames          how many there are
     */
    public record Form(int samplesPerPixel, int bitsAllocated, long frameBits, int frames) {
        /**
         * As the attributes of an image tell.
         *
         * @throws IllegalArgumentException if they don't, or there are no pixels
         */
        public static Form of(DicomDataSet set) {
            int samples = number(set, SAMPLES_PER_PIXEL);
            int bits = number(set, BITS_ALLOCATED);
            long frameBits = (long) number(set, ROWS) * number(set, COLUMNS) * samples * bits;
            int frames = set.length(NUMBER_OF_FRAMES) > 0 ? number(set, NUMBER_OF_FRAMES) : 1;
            return new Form(samples, bits, frameBits, frames);
        }

        private static int number(DicomDataSet set, int tag) {
            String text = set.string(tag);
            if (text == null || !text.strip().matches("0*[1-9]\\d{0,8}"))
                throw new IllegalArgumentException(Tag.toString(tag) + " of the image is not a usable number");
            return Integer.parseInt(text.strip());
        }

        /** All frames in bytes, without padding; {@link Long#MAX_VALUE} if they are more than that. */
        public long length() {
            return frameBits > Long.MAX_VALUE / frames ? Long.MAX_VALUE : frameBits * frames / 8;
        }
    }

    /** The pixels of an object alone, as an object in its transfer syntax that need not be closed. */
    public static DicomObject of(DicomObject object) {
        DicomDataSet from = object.dataSet();
        DicomDataSet pixels = DicomDataSet.create(object.transferSyntax());
        for (int tag : from.tags())
            if (isGiven(tag)) pixels.put(tag, from.elements().get(tag));
        return DicomObject.of(pixels, object.transferSyntax());
    }

    private static boolean isGiven(int tag) {
        return GIVEN.contains(tag) || tag >= FIRST_OF_PALETTE && tag <= LAST_OF_PALETTE;
    }

    /**
     * An object with the pixels that a codec has made of its own, and in their transfer syntax; close it in place of both.
     *
     * @param pixels an object in explicit VR little endian
     * @throws IllegalArgumentException if these are not all pixels that the object has, or not what their attributes say
     */
    public static DicomObject replace(DicomObject object, DicomObject pixels) {
        DicomDataSet set = object.dataSet();
        check(pixels, Form.of(set));
        for (int tag : OF_FRAGMENTS) set.remove(tag);
        for (int tag : pixels.dataSet().tags())
            if (TAKEN.contains(tag)) set.put(tag, pixels.dataSet().elements().get(tag));
        if (ALWAYS_LOSSY.contains(object.transferSyntax().uid())) set.setString(LOSSY_IMAGE_COMPRESSION, VR.CS, "01");
        TransferSyntax syntax = pixels.transferSyntax();
        DicomDataSet meta = object.fileMeta();
        if (meta.elements().size() > 0) meta.setString(Tags.TRANSFER_SYNTAX_UID, VR.UI, syntax.uid());
        List<ByteSource> sources = new ArrayList<>(object.sources());
        sources.addAll(pixels.sources());
        return new DicomObject(object.head(), meta, set, syntax, object.warnings(), sources);
    }

    private static void check(DicomObject pixels, Form form) {
        DicomDataSet set = pixels.dataSet();
        String photometric = set.string(PHOTOMETRIC_INTERPRETATION);
        if (pixels.transferSyntax() != TransferSyntax.EXPLICIT_LITTLE
                || !pixels.warnings().isEmpty()
                || !Form.of(set).equals(form)
                || set.length(Tags.PIXEL_DATA) != form.length() + form.length() % 2
                || photometric == null
                || !PLAIN.contains(photometric))
            throw new IllegalArgumentException("The codec's pixels are not those of the image");
    }
}
