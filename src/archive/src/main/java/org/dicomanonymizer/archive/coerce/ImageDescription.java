// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dcm4che3.data.Attributes;
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

    private static final int ROWS = 0x00280010;

    private final List<String> values;
    private final boolean pixels;

    private ImageDescription(List<String> values, boolean pixels) {
        this.values = values;
        this.pixels = pixels;
    }

    static ImageDescription of(Attributes attributes) {
        List<String> values = new ArrayList<>();
        for (int tag : TAGS) values.add(Arrays.toString(attributes.getStrings(tag)));
        return new ImageDescription(values, attributes.contains(Tags.PIXEL_DATA));
    }

    /** Whether attributes describe pixels that are not among them. */
    static boolean isWithoutItsPixels(Attributes attributes) {
        return attributes.contains(ROWS) && !attributes.contains(Tags.PIXEL_DATA);
    }

    /** An attribute that was changed, as keyword and tag; null if all are as they were. */
    String changedIn(Attributes attributes) {
        ImageDescription now = of(attributes);
        for (int i = 0; i < TAGS.size(); i++) if (!values.get(i).equals(now.values.get(i))) return name(TAGS.get(i));
        return now.pixels && !pixels ? name(Tags.PIXEL_DATA) : null;
    }

    static String name(int tag) {
        return Dictionary.standard().keyword(tag) + " " + Tag.toString(tag);
    }
}
