// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;

/**
 * A display shutter may have the shape of an overlay plane (PS3.3 section C.7.6.15). Where a profile removes the plane, that
 * shape means nothing any more and goes as well.
 */
final class BitmapShutter {
    private static final int SHUTTER_SHAPE = 0x00181600;
    private static final int SHUTTER_PRESENTATION_VALUE = 0x00181622;
    private static final int SHUTTER_OVERLAY_GROUP = 0x00181623;
    private static final int SHUTTER_PRESENTATION_COLOR = 0x00181624;
    private static final int OVERLAY_ROWS = 0x0010;

    private final int rowsOfPlane;

    private BitmapShutter(int rowsOfPlane) {
        this.rowsOfPlane = rowsOfPlane;
    }

    /** The shutter of an object that has not been treated yet; null if it has none of that shape. */
    static BitmapShutter of(DataSet root) {
        String group = root.contains(SHUTTER_OVERLAY_GROUP) ? root.string(SHUTTER_OVERLAY_GROUP) : null;
        if (group == null || !group.matches("\\d{5}")) return null;
        int rows = Tag.of(Integer.parseInt(group), OVERLAY_ROWS);
        return root.contains(rows) ? new BitmapShutter(rows) : null;
    }

    void removeWithPlane(DataSet root, ChangeLog log) {
        if (root.contains(rowsOfPlane)) return;
        remove(root, SHUTTER_OVERLAY_GROUP, log);
        List<String> shapes = new ArrayList<>(root.strings(SHUTTER_SHAPE));
        shapes.remove("BITMAP");
        if (!shapes.isEmpty()) {
            root.setStrings(SHUTTER_SHAPE, VR.CS, shapes);
            return;
        }
        for (int tag : new int[] {SHUTTER_SHAPE, SHUTTER_PRESENTATION_VALUE, SHUTTER_PRESENTATION_COLOR})
            remove(root, tag, log);
    }

    private static void remove(DataSet root, int tag, ChangeLog log) {
        if (!root.contains(tag)) return;
        root.remove(tag);
        log.record(tag, Effect.REMOVED, "shutter of the shape of a removed overlay plane");
    }
}
