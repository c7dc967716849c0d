// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;

/**
 * Elements under a VR that PS3.6 does not give to their attribute. What an attribute may hold, and so what is done to it, goes
 * by its own VR: a UID is one even where a program wrote it as OB, and a name is no pixel data.
 */
final class ForeignVr {
    /** Longer ones are no text that could be treated; nothing of this size is copied to memory. */
    private static final long MAX_TEXT = 1 << 20;

    private ForeignVr() {}

    /**
     * Gives a text that was written under a VR of other kind the VR of its attribute, so that it is treated as what it is.
     *
     * @param declared the element's VR
     * @return the one that it has now
     */
    static VR correct(DataSet set, int tag, VR declared) {
        VR usual = Tag.isPrivate(tag) ? null : Dictionary.standard().vr(tag);
        if (usual == null || usual == declared || declared == VR.SQ) return declared;
        boolean other = hasFormOfItsOwn(usual) || usual.kind() == VR.Kind.TEXT && declared.kind() != VR.Kind.TEXT;
        if (!other
                || set.length(tag) > MAX_TEXT
                || Dictionary.standard().entry(tag).vrs().contains(declared)) return declared;
        set.setBytes(tag, usual, set.bytes(tag));
        return usual;
    }

    private static boolean hasFormOfItsOwn(VR vr) {
        return vr == VR.UI || vr == VR.PN || vr == VR.DA || vr == VR.TM || vr == VR.DT;
    }
}
