// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.List;
import org.dicomanonymizer.action.Delete;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.action.ReplaceUid;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.standard.SafePrivate;

/**
 * The Retain Safe Private Option (PS3.15 E.3.10): private elements stay that the standard's list, the site's list or the
 * object itself calls safe. Safe or not, text is cleaned, dates and UIDs are treated like all others, and opaque bytes stay
 * only where the site asks for them by name.
 */
final class SafePrivateRules {
    private static final int SHORTEST_WRITING = 8;

    private final List<Selector.OfPrivate> site;
    private final Treatment listed;
    private final Treatment listedBySite;
    private final ElementAction text;
    private final ElementAction dates;

    /**
     * @param site  the site's list
     * @param text  what is done to text
     * @param dates what is done to dates and times
     */
    SafePrivateRules(List<Selector.OfPrivate> site, ElementAction text, ElementAction dates) {
        this.site = site;
        this.text = text;
        this.dates = dates;
        this.listed = new Treatment(keep(false), "safe private attribute of E.3.10");
        this.listedBySite = new Treatment(keep(true), "safe private attribute of the site");
    }

    /** What is done to a private element, or null if nobody calls it safe. */
    Treatment find(DataSet dataSet, int tag) {
        for (Selector.OfPrivate selector : site) if (selector.matches(dataSet, tag)) return listedBySite;
        if (SafePrivate.standard().attribute(dataSet.privateCreator(tag), tag) != null) return listed;
        return DeclaredPrivate.find(dataSet, tag, listed.action());
    }

    private ElementAction keep(boolean bytesToo) {
        return (dataSet, element, context) -> {
            decode(dataSet, element.tag());
            VR vr = element.vr();
            return switch (vr) {
                case UI -> ReplaceUid.INSTANCE.apply(dataSet, element, context);
                case DA, DT, TM -> dates.apply(dataSet, element, context);
                case LO, LT, SH, ST, UC, UT -> text.apply(dataSet, element, context);
                case AE, PN, UR -> Delete.INSTANCE.apply(dataSet, element, context);
                case OB, OW, UN ->
                    bytesToo && !HiddenItems.in(dataSet, element.tag())
                            ? Effect.KEPT
                            : Delete.INSTANCE.apply(dataSet, element, context);
                default ->
                    CodedText.isPlausible(dataSet, element.tag(), vr)
                            ? Effect.KEPT
                            : Delete.INSTANCE.apply(dataSet, element, context);
            };
        };
    }

    /** Gives an element that was read without its VR the one of the list, so that it is treated as what it is. */
    private static void decode(DataSet dataSet, int tag) {
        if (dataSet.vr(tag) != VR.UN || dataSet.bigEndian()) return;
        SafePrivate.Attribute attribute = SafePrivate.standard().attribute(dataSet.privateCreator(tag), tag);
        if (attribute == null || attribute.vrs().size() != 1 || attribute.vrs().get(0) == VR.SQ) return;
        VR vr = attribute.vrs().get(0);
        byte[] value = dataSet.bytes(tag);
        if (vr.kind() != VR.Kind.NUMBER || !isWriting(value)) dataSet.setBytes(tag, vr, value);
    }

    /** Whether bytes are writing rather than binary numbers, which hold other bytes than printable ones sooner or later. */
    private static boolean isWriting(byte[] value) {
        for (byte b : value) if (b < ' ') return false;
        return value.length >= SHORTEST_WRITING;
    }
}
