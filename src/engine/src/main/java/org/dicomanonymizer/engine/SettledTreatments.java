// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.function.BiFunction;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.VR;

/**
 * What is done to attributes of which nothing but their tag decides, as long as they have their usual VR: most elements need
 * but one look here. Worked out when an attribute is first met. Shared by threads, which at worst work out the same.
 */
final class SettledTreatments {
    private static final Treatment NOT_SETTLED = new Treatment(null, "depends on the data set");

    private final BiFunction<Integer, VR, Treatment> decision;

    /** By the attribute's place in the dictionary; null where it has not been met. */
    private final Treatment[] treatments = new Treatment[Dictionary.standard().size()];

    /** @param decision gives the treatment by tag and VR, null if there is none for all; may ask {@link AnyDataSet} */
    SettledTreatments(BiFunction<Integer, VR, Treatment> decision) {
        this.decision = decision;
    }

    /** What is done to an element of a VR, or null if that is to be decided case by case. */
    Treatment find(int tag, VR vr) {
        int place = Dictionary.standard().place(tag, vr);
        if (place < 0) return null;
        Treatment treatment = treatments[place];
        if (treatment == null) treatments[place] = treatment = decide(tag, vr);
        return treatment.action() == null ? null : treatment;
    }

    private Treatment decide(int tag, VR vr) {
        try {
            Treatment treatment = decision.apply(tag, vr);
            return treatment == null ? NOT_SETTLED : treatment;
        } catch (AnyDataSet.Asked e) {
            return NOT_SETTLED;
        }
    }
}
