// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.util.EnumMap;
import java.util.Map;
import org.dicomanonymizer.dicom.VR;

/** The engine's and the archive's names for the same value representations. */
final class Vrs {
    private static final Map<org.dcm4che3.data.VR, VR> ENGINE = new EnumMap<>(org.dcm4che3.data.VR.class);
    private static final Map<VR, org.dcm4che3.data.VR> ARCHIVE = new EnumMap<>(VR.class);

    static {
        for (VR vr : VR.values()) {
            org.dcm4che3.data.VR same = org.dcm4che3.data.VR.valueOf(vr.name());
            ENGINE.put(same, vr);
            ARCHIVE.put(vr, same);
        }
    }

    private Vrs() {}

    static VR engine(org.dcm4che3.data.VR vr) {
        return ENGINE.get(vr);
    }

    static org.dcm4che3.data.VR archive(VR vr) {
        return ARCHIVE.get(vr);
    }
}
