// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.dicomanonymizer.action.Delete;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.action.KeepLegal;
import org.dicomanonymizer.action.PruneItems;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMap;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.Supplement;

/**
 * The Clean Graphics Option (PS3.15 E.3.3): graphic annotations stay, with their drawings, and the text around them is cleaned.
 * Of overlay planes those stay that outline a region, of curves those that are rows of measured values; the rest may be
 * writing or speech, which nothing here can read, and goes as it does without the option.
 */
final class GraphicRules {
    private static final int GRAPHIC_ANNOTATION_SEQUENCE = 0x00700001;
    private static final int GRAPHIC_GROUP = 0x0070;
    private static final String OPTION = ProfileOption.CLEAN_GRAPHICS.text();

    private static final Treatment ANNOTATIONS = new Treatment(PruneItems.NONE, OPTION);
    private static final Treatment NOT_HARMLESS =
            new Treatment(Delete.INSTANCE, OPTION + ": not proven to be without text");
    private static final Treatment ACTIVATION = new Treatment(new KeepLegal(Delete.INSTANCE), OPTION);

    private final TagMap<Treatment> byTag;

    /** @param text what is done to text, which gets the code where it can't be cleaned */
    GraphicRules(Function<ActionCode, ElementAction> text) {
        Map<TagMask, Treatment> treatments = new HashMap<>();
        for (String[] row : ResourceLines.rows(Supplement.class, "graphics.tsv")) {
            ActionCode code = ActionCode.parse(row[2]);
            ElementAction action = code == ActionCode.K ? new KeepLegal(Delete.INSTANCE) : text.apply(code);
            treatments.put(TagMask.parse(row[0]), new Treatment(action, OPTION));
        }
        byTag = TagMap.of(treatments);
    }

    /** What is done to an element of a graphic; null if this option has no say in it. */
    Treatment find(DataSet set, int tag) {
        if (tag == GRAPHIC_ANNOTATION_SEQUENCE) return ANNOTATIONS;
        if (Tag.group(tag) == GRAPHIC_GROUP) return byTag.get(tag);
        boolean overlay = StandardRules.isOverlay(tag);
        if (!overlay && !isCurve(tag)) return null;
        if (overlay && Planes.isActivationOnly(set, tag)) return ACTIVATION;
        Treatment treatment = byTag.get(tag);
        boolean harmless = treatment != null
                && (overlay ? Planes.isRegion(set, tag) : Planes.isMeasured(set, tag))
                && Dictionary.standard().entry(tag).vrs().contains(set.vr(tag));
        return harmless ? treatment : NOT_HARMLESS;
    }

    private static boolean isCurve(int tag) {
        return (tag & 0xFF010000) == 0x50000000;
    }
}
