// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.util.Arrays;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;

/**
 * The attributes by which the archive has negotiated a transfer, and reads the pixels that it sends along: it took them from
 * the object before the coercion, so that they have to stay as they were.
 */
final class ImageDescription {
    /** SOP Class UID, and the Image Pixel Module (PS3.3 section C.7.6.3) with Number of Frames. */
    static final List<Integer> TAGS = List.of(
            Tags.SOP_CLASS_UID,
            0x00280002,
            0x00280004,
            0x00280006,
            0x00280008,
            0x00280010,
            0x00280011,
            0x00280100,
            0x00280101,
            0x00280102,
            0x00280103);

    private static final int[] SELECTION =
            TAGS.stream().mapToInt(Integer::intValue).toArray();

    private static final int ROWS = 0x00280010;

    private final Attributes before;
    private final boolean pixels;

    private ImageDescription(Attributes attributes) {
        before = new Attributes(attributes.bigEndian(), SELECTION.length);
        VR.Holder holder = new VR.Holder();
        for (int tag : SELECTION) {
            Object value = attributes.getValue(tag, holder);
            if (value != null) before.setValue(tag, holder.vr, value);
        }
        pixels = attributes.contains(Tags.PIXEL_DATA);
    }

    static ImageDescription of(Attributes attributes) {
        return new ImageDescription(attributes);
    }

    /** Whether attributes describe pixels that are not among them. */
    static boolean isWithoutItsPixels(Attributes attributes) {
        return attributes.contains(ROWS) && !attributes.contains(Tags.PIXEL_DATA);
    }

    /** An attribute that was changed, as keyword and tag; null if all are as they were. */
    String changedIn(Attributes attributes) {
        for (int tag : SELECTION) if (isChangedIn(attributes, tag)) return name(tag);
        return attributes.contains(Tags.PIXEL_DATA) && !pixels ? name(Tags.PIXEL_DATA) : null;
    }

    /** What is the same object still needs not be read. */
    private boolean isChangedIn(Attributes attributes, int tag) {
        return before.getValue(tag) != attributes.getValue(tag)
                && !Arrays.equals(before.getStrings(tag), attributes.getStrings(tag));
    }

    static String name(int tag) {
        return Dictionary.standard().keyword(tag) + " " + Tag.toString(tag);
    }
}
