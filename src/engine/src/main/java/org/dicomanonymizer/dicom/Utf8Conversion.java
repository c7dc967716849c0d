// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.nio.charset.StandardCharsets;

/** Turns all text of an object, at every depth, into ISO_IR 192. */
final class Utf8Conversion {
    private static final String UTF_8 = "ISO_IR 192";

    private Utf8Conversion() {}

    static void convert(DicomDataSet root) {
        convertText(root);
        root.setString(DicomDataSet.SPECIFIC_CHARACTER_SET, VR.CS, UTF_8);
    }

    /** Items first: until they are done they read with the set that was in force. */
    private static void convertText(DicomDataSet set) {
        for (int tag : set.tags()) {
            Value value = set.elements().get(tag);
            if (value instanceof Value.Sequence sequence) sequence.items.forEach(Utf8Conversion::convertItem);
            else if (value.vr.isString() && value.length() > 0) convertText(set, tag, value);
        }
    }

    private static void convertItem(DicomDataSet item) {
        convertText(item);
        item.remove(DicomDataSet.SPECIFIC_CHARACTER_SET);
    }

    private static void convertText(DicomDataSet set, int tag, Value value) {
        if (value instanceof Value.Slice slice
                && CharacterSet.isPlain(slice.chunk, slice.start, slice.start + slice.length)) return;
        byte[] bytes =
                Text.pad(value.vr, Text.withoutPadding(set.text(tag, value)).getBytes(StandardCharsets.UTF_8));
        set.put(tag, new Value.Slice(value.vr, bytes, 0, bytes.length, 0));
    }
}
