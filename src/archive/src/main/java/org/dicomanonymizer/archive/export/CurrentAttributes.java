// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.List;
import java.util.function.UnaryOperator;
import org.dcm4che3.data.Attributes;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.archive.data.AttributesDataSet;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;

/**
 * Brings a stored object up to date: names corrected and patients merged since, and the UIDs of copies of a study.
 *
 * <p>The archive's database holds these attributes and does the same whenever it sends. What describes the pixels stays as
 * it is stored next to them, and so do private attributes; text is taken over as text, whatever the two character sets are.
 */
final class CurrentAttributes {
    private static final int FIRST_OF_PIXELS = 0x00280002;
    private static final int LAST_OF_PIXELS = 0x0028010F;
    private static final int GROUP_OF_PIXELS = 0x7FE0;

    private CurrentAttributes() {}

    /**
     * Merges.
     *
     * @param stored  the object's data set, changed in place
     * @param current what the database has of it
     * @param uids    tells the UID that takes the place of another; the same if none does
     * @throws RefusedException if an attribute of the database can't be expressed in the object
     */
    static void merge(DataSet stored, Attributes current, UnaryOperator<String> uids) {
        String sopInstance = stored.string(Tags.SOP_INSTANCE_UID);
        if (sopInstance != null && !sopInstance.equals(uids.apply(sopInstance))) replaceUids(stored, uids);
        DataSet database = AttributesDataSet.of(current);
        for (int tag : database.tags()) {
            if (isOfStorage(tag)) continue;
            try {
                copy(database, tag, stored);
            } catch (IllegalArgumentException e) {
                throw new RefusedException("the archive's current value of " + Tag.toString(tag)
                        + " can't be written in it; correct it in the archive");
            }
        }
    }

    private static boolean isOfStorage(int tag) {
        return tag == Tags.SPECIFIC_CHARACTER_SET
                || Tag.isPrivate(tag)
                || Tag.group(tag) == GROUP_OF_PIXELS
                || tag >= FIRST_OF_PIXELS && tag <= LAST_OF_PIXELS;
    }

    private static void replaceUids(DataSet set, UnaryOperator<String> uids) {
        for (int tag : set.tags()) {
            if (set.vr(tag) == VR.SQ) {
                for (DataSet item : set.items(tag)) replaceUids(item, uids);
            } else if (set.vr(tag) == VR.UI) {
                List<String> before = set.strings(tag);
                List<String> after = before.stream().map(uids).toList();
                if (!after.equals(before)) set.setStrings(tag, VR.UI, after);
            }
        }
    }

    private static void copy(DataSet from, int tag, DataSet to) {
        VR vr = from.vr(tag);
        switch (vr.kind()) {
            case SEQUENCE -> {
                to.setEmptySequence(tag);
                for (DataSet item : from.items(tag)) {
                    DataSet copy = to.addItem(tag);
                    for (int inner : item.tags())
                        if (!Tag.isPrivate(inner) && inner != Tags.SPECIFIC_CHARACTER_SET) copy(item, inner, copy);
                }
            }
            case BYTES -> {
                if (from.bigEndian() == to.bigEndian()) to.setBytes(tag, vr, from.bytes(tag));
            }
            default -> {
                List<String> values = from.strings(tag);
                if (!to.contains(tag) || !values.equals(to.strings(tag))) to.setStrings(tag, vr, values);
            }
        }
    }
}
