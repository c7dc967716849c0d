// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueCodec;

/**
 * Sequences that the archive holds as bytes of VR UN: unknown private ones, and those whose length is wrong, which dcm4che
 * gives up. Rules would not reach into them.
 */
final class UnknownItems {
    private static final int ITEM_HEADER = 8;

    private UnknownItems() {}

    /** Whether the bytes begin with an item's tag, in implicit VR little endian (PS3.5 section 6.2.2). */
    static boolean areIn(byte[] value) {
        return value.length >= ITEM_HEADER
                && value[0] == (byte) 0xFE
                && value[1] == (byte) 0xFF
                && value[2] == 0
                && value[3] == (byte) 0xE0;
    }

    /** Puts a sequence in place of a value of VR UN that begins like one if it is one; gives what stands there then. */
    static Object resolve(Attributes attributes, int tag, byte[] value) {
        List<DataSet> items = ValueCodec.itemsOf(tag, value);
        if (items.isEmpty()) return value;
        fill(attributes, tag, items);
        return attributes.getValue(tag);
    }

    private static void fill(Attributes attributes, int tag, List<DataSet> items) {
        Sequence sequence = attributes.newSequence(tag, items.size());
        for (DataSet item : items) {
            Attributes target = new Attributes(attributes.bigEndian());
            sequence.add(target);
            for (int inner : item.tags()) {
                VR vr = item.vr(inner);
                if (vr == VR.SQ) fill(target, inner, item.items(inner));
                else target.setValue(inner, Vrs.archive(vr), bytes(item, inner, vr, attributes.bigEndian()));
            }
        }
    }

    private static Object bytes(DataSet item, int tag, VR vr, boolean bigEndian) {
        byte[] bytes = item.bytes(tag);
        if (bytes.length == 0) return org.dcm4che3.data.Value.NULL;
        return item.bigEndian() == bigEndian ? bytes : Bytes.swap(bytes, vr.unit());
    }
}
