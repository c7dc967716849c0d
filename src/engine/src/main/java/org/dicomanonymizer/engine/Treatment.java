// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import org.dicomanonymizer.action.Context;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.action.Keep;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Rule;

/**
 * What a compiled profile decided for an element.
 *
 * @param action what is done
 * @param reason which rule decided, for reports and previews
 * @param bySite whether a rule of the site decided
 * @param ofText what is done instead to text that stands in place of a code or a number; null if the same
 */
record Treatment(ElementAction action, String reason, boolean bySite, Treatment ofText) {

    /** What a rule of the site does. */
    static Treatment bySite(Rule rule) {
        return new Treatment(rule.action(), rule.name() + " by " + rule.origin(), true, null);
    }

    /** A decision of the standard, or of this software. */
    Treatment(ElementAction action, String reason) {
        this(action, reason, false, null);
    }

    /** This, but for text that stands in place of a code or a number. */
    Treatment butOfText(Treatment other) {
        return new Treatment(action, reason, bySite, other);
    }

    /** This, made ready for one attribute with its usual VR. */
    Treatment preparedFor(int tag, VR vr) {
        return new Treatment(action.preparedFor(tag, vr), reason, bySite, ofText);
    }

    /** What is done to an element of a VR, now that its value can be looked at. */
    Treatment of(DataSet dataSet, int tag, VR vr) {
        return ofText == null || CodedText.isPlausible(dataSet, tag, vr) ? this : ofText;
    }

    /** Whether an element of a VR with this encoded value is left as it is. */
    boolean keeps(VR vr, byte[] value) {
        return action == Keep.INSTANCE && (ofText == null || CodedText.isPlausible(vr, value));
    }

    /** Treats an element; what most elements need is nothing. */
    Effect apply(DataSet dataSet, int tag, Context context) {
        return action == Keep.INSTANCE ? Effect.KEPT : action.apply(dataSet, new Element(dataSet, tag), context);
    }
}
