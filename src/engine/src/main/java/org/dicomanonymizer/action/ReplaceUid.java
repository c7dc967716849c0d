// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.UidRegistry;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.AttributeType;

/** Code U of PS3.15 Table E.1-1. */
public final class ReplaceUid implements ElementAction {
    public static final ElementAction INSTANCE = new ReplaceUid();

    static final ActionFactory FACTORY = new SimpleFactory(
            "replace_UID",
            "Replaces each UID by a new one, the same for the same original everywhere; UIDs that the standard itself registers stay.",
            INSTANCE,
            "replaceUID");

    private ReplaceUid() {}

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        if (!element.isEmpty() && !element.vr().isString()) return withoutText(dataSet, element, context);
        List<String> originals = element.strings();
        List<String> uids = new ArrayList<>(originals.size());
        boolean blank = true;
        boolean changed = false;
        for (String original : originals) {
            String uid = map(original, context);
            blank &= uid.isEmpty();
            changed |= !uid.equals(original);
            uids.add(uid);
        }
        if (blank) return fillIfRequired(dataSet, element, context);
        if (!changed) return Effect.KEPT;
        dataSet.setStrings(element.tag(), VR.UI, uids);
        return Effect.REMAPPED;
    }

    /** The new UID for an original one; what the standard registers, and no value at all, stay as they are. */
    static String map(String original, Context context) {
        String uid = original.strip();
        return uid.isEmpty() || UidRegistry.standard().isRegistered(uid)
                ? uid
                : context.pseudonymizer().uid(uid);
    }

    /** What is neither text nor nothing can't be told to be a UID, so it can't stay. */
    private static Effect withoutText(DataSet dataSet, Element element, Context context) {
        return context.type() == AttributeType.TYPE_1
                ? fillIfRequired(dataSet, element, context)
                : Delete.INSTANCE.apply(dataSet, element, context);
    }

    private static Effect fillIfRequired(DataSet dataSet, Element element, Context context) {
        if (context.type() != AttributeType.TYPE_1) return Effect.KEPT;
        String instance = context.root().string(Tags.SOP_INSTANCE_UID);
        dataSet.setString(element.tag(), VR.UI, context.pseudonymizer().uid(element + " in " + instance));
        return Effect.REPLACED;
    }

    @Override
    public boolean supports(VR vr) {
        return vr == VR.UI;
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
