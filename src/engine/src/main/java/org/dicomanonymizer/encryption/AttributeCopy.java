// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;

/** Copies attributes, with all they hold, between data sets that may be encoded differently. */
final class AttributeCopy {
    private static final int ESCAPE = 0x1B;

    private final boolean convertsText;

    private AttributeCopy(boolean convertsText) {
        this.convertsText = convertsText;
    }

    /** Copies text byte for byte: between data sets of one character set. */
    static AttributeCopy exact() {
        return new AttributeCopy(false);
    }

    /** Writes text in the character set of the target. */
    static AttributeCopy converting() {
        return new AttributeCopy(true);
    }

    void copy(DataSet from, int tag, DataSet to, int newTag) {
        VR vr = from.vr(tag);
        if (vr == VR.SQ) {
            copyItems(from, tag, to, newTag);
            return;
        }
        byte[] bytes = from.bytes(tag);
        if (convertsText && vr.isString() && !isPlain(bytes)) to.setStrings(newTag, vr, from.strings(tag));
        else to.setBytes(newTag, vr, from.bigEndian() == to.bigEndian() ? bytes : swapped(bytes, vr.unit()));
    }

    private void copyItems(DataSet from, int tag, DataSet to, int newTag) {
        to.setEmptySequence(newTag);
        for (DataSet item : from.items(tag)) {
            DataSet copy = to.addItem(newTag);
            for (int inner : item.tags())
                if (!convertsText || inner != Tags.SPECIFIC_CHARACTER_SET) copy(item, inner, copy, inner);
        }
    }

    /** Whether the bytes mean the same in every character set. */
    private static boolean isPlain(byte[] text) {
        for (byte each : text) if (each < 0 || each == ESCAPE) return false;
        return true;
    }

    private static byte[] swapped(byte[] bytes, int unit) {
        byte[] swapped = bytes.clone();
        for (int start = 0; start + unit <= bytes.length; start += unit)
            for (int i = 0; i < unit; i++) swapped[start + i] = bytes[start + unit - 1 - i];
        return swapped;
    }
}
