// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.date.TemporalText;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueSyntax;

/**
 * Code K of an option (PS3.15 E.3): what the option keeps is kept as the kind of value it was meant for. Text in a date or
 * in an age is something else than the option allows, and gets the Basic Profile's treatment.
 */
public final class KeepLegal implements ElementAction {
    private final ElementAction otherwise;

    /** @param otherwise what is done to values that are not legal for their VR */
    public KeepLegal(ElementAction otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        VR vr = element.vr();
        DictionaryEntry entry = otherThan(vr, element.tag());
        if (entry != null && !entry.admits(vr) && !element.isEmpty()) return otherwise.apply(dataSet, element, context);
        VR own = entry == null ? vr : entry.vrs().get(0);
        for (String value : element.strings())
            if (!isLegal(element.tag(), vr, value) || own.isString() && !isLegal(element.tag(), own, value))
                return otherwise.apply(dataSet, element, context);
        return Effect.KEPT;
    }

    /** What PS3.6 says of the attribute, if it is known there and does not have the VR; else null. */
    private static DictionaryEntry otherThan(VR vr, int tag) {
        VR usual = Tag.isPrivate(tag) ? null : Dictionary.standard().vr(tag);
        if (usual == null || usual == vr) return null;
        DictionaryEntry entry = Dictionary.standard().entry(tag);
        return entry.vrs().contains(vr) ? null : entry;
    }

    private static boolean isLegal(int tag, VR vr, String value) {
        if (tag == Tags.TIMEZONE_OFFSET_FROM_UTC) return TemporalText.isZoneOffset(value);
        return switch (vr) {
            case DA -> TemporalText.isDate(value);
            case TM -> TemporalText.isTime(value);
            case DT -> TemporalText.isDateTime(value);
            default -> ValueSyntax.fault(vr, value) == null;
        };
    }

    @Override
    public boolean foretellsUids() {
        return otherwise.foretellsUids();
    }
}
