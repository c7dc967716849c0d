// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.VR;

/**
 * The Common Instance Reference Module (PS3.3 C.12.2) lists the series and studies of all instances that an object refers
 * to, and may be there only while it does. Where a profile has removed the last reference, it goes as well.
 */
final class InstanceReferences {
    private static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    private static final int REFERENCED_INSTANCE_SEQUENCE = 0x0008114A;
    private static final int OTHER_STUDIES_SEQUENCE = 0x00081200;
    private static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;

    private InstanceReferences() {}

    static void removeIfDangling(DataSet root, ChangeLog log) {
        if (!isListed(root) || refersToInstances(root, true)) return;
        for (int tag : new int[] {REFERENCED_SERIES_SEQUENCE, OTHER_STUDIES_SEQUENCE}) {
            if (!root.contains(tag)) continue;
            root.remove(tag);
            log.record(tag, Effect.REMOVED, "lists instances that nothing refers to any more");
        }
    }

    /** Presentation states use the same sequence for their own references, with other items. */
    private static boolean isListed(DataSet root) {
        return root.contains(OTHER_STUDIES_SEQUENCE)
                || root.items(REFERENCED_SERIES_SEQUENCE).stream()
                        .anyMatch(series -> series.contains(REFERENCED_INSTANCE_SEQUENCE));
    }

    private static boolean refersToInstances(DataSet set, boolean isRoot) {
        for (int tag : set.tags()) {
            if (tag == REFERENCED_SOP_INSTANCE_UID) return true;
            if (set.vr(tag) != VR.SQ || isRoot && (tag == REFERENCED_SERIES_SEQUENCE || tag == OTHER_STUDIES_SEQUENCE))
                continue;
            for (DataSet item : set.items(tag)) if (refersToInstances(item, false)) return true;
        }
        return false;
    }
}
