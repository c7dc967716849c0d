// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.TableRow;

/** Objects that hold an attribute of a row of PS3.15 Table E.1-1, with a legal value that can be found again. */
final class PlantedRow {
    static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    /** The planted values, as a readable data set shows them. */
    static final List<String> VALUES =
            List.of("PLANTED", "1.2.3.4711", "1.2.3.4712", "19471108", "234711", "047Y", " 4711\n", "4711f00d");

    private PlantedRow() {}

    static DataSet object() {
        DataSet root = DicomDataSet.create();
        root.setString(Tags.SOP_CLASS_UID, VR.UI, CT);
        return root;
    }

    /** A tag of the row: the lowest of those that a mask covers. */
    static int tag(TableRow row) {
        return row.tag().equals(TagMask.PRIVATE) ? 0x00091001 : row.tag().value();
    }

    static void plant(DataSet set, TableRow row) {
        int tag = tag(row);
        if (tag == Tags.ENCAPSULATED_DOCUMENT)
            set.setString(Tags.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, VR.LO, "application/pdf");
        VR vr = row.vr() != null ? row.vr() : Tag.isPrivate(tag) ? VR.LO : VR.OB;
        switch (vr) {
            case SQ -> set.addItem(tag).setString(Tags.CODE_MEANING, VR.LO, "PLANTED");
            case UI -> set.setStrings(tag, vr, List.of("1.2.3.4711", "1.2.3.4712"));
            case DA -> set.setString(tag, vr, "19471108");
            case TM -> set.setString(tag, vr, "234711");
            case DT -> set.setString(tag, vr, "19471108234711");
            case AS -> set.setString(tag, vr, "047Y");
            case SH -> set.setString(tag, vr, tag == Tags.TIMEZONE_OFFSET_FROM_UTC ? "+0130" : "PLANTED");
            case DS, IS, US, UL, SS, SL, FL, FD -> set.setString(tag, vr, "4711");
            case OB, OW, UN -> set.setBytes(tag, vr, new byte[] {0x47, 0x11, (byte) 0xF0, 0x0D});
            default -> set.setString(tag, vr, "PLANTED");
        }
    }
}
