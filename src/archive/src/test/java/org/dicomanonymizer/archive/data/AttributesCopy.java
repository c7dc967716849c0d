// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Value;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;

/** Makes of a data set what the archive makes of it on reading, without the adapter's doing. */
public final class AttributesCopy {
    private AttributesCopy() {}

    public static Attributes of(DataSet set) {
        Attributes attributes = new Attributes(set.bigEndian());
        fill(set, attributes);
        return attributes;
    }

    private static void fill(DataSet set, Attributes target) {
        for (int tag : set.tags()) {
            org.dcm4che3.data.VR vr = org.dcm4che3.data.VR.valueOf(set.vr(tag).name());
            if (set.vr(tag) == VR.SQ) {
                Sequence sequence = target.newSequence(tag, (int) set.length(tag));
                for (DataSet item : set.items(tag)) {
                    Attributes copy = new Attributes(target.bigEndian());
                    sequence.add(copy);
                    fill(item, copy);
                }
            } else if (set.isEmpty(tag)) {
                target.setNull(tag, vr);
            } else if (!fragments(set, tag, vr, target)) {
                target.setBytes(tag, vr, set.bytes(tag));
            }
        }
    }

    private static boolean fragments(DataSet set, int tag, org.dcm4che3.data.VR vr, Attributes target) {
        if (tag != Tags.PIXEL_DATA) return false;
        try (InputStream in = set.open(tag)) {
            Fragments fragments = null;
            for (byte[] header = in.readNBytes(8); header.length == 8; header = in.readNBytes(8)) {
                ByteBuffer item = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
                if (item.getShort() != (short) 0xFFFE || item.getShort() != (short) 0xE000) return false;
                if (fragments == null) fragments = target.newFragments(tag, vr, 2);
                byte[] fragment = in.readNBytes(item.getInt());
                fragments.add(fragment.length == 0 ? Value.NULL : fragment);
            }
            return fragments != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
