// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import org.dicomanonymizer.dicom.VR;

/** The engine's and the archive's names for the same value representations. */
final class Vrs {
    private static final VR[] ENGINE = new VR[org.dcm4che3.data.VR.values().length];
    private static final org.dcm4che3.data.VR[] ARCHIVE = new org.dcm4che3.data.VR[VR.values().length];

    static {
        for (VR vr : VR.values()) {
            org.dcm4che3.data.VR same = org.dcm4che3.data.VR.valueOf(vr.name());
            ENGINE[same.ordinal()] = vr;
            ARCHIVE[vr.ordinal()] = same;
        }
    }

    private Vrs() {}

    static VR engine(org.dcm4che3.data.VR vr) {
        return ENGINE[vr.ordinal()];
    }

    static org.dcm4che3.data.VR archive(VR vr) {
        return ARCHIVE[vr.ordinal()];
    }
}
