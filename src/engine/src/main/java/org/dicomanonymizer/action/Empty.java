// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.AttributeType;

/** Code Z of PS3.15 Table E.1-1; a Type 1 attribute can't be empty and gets a dummy instead. */
public final class Empty implements ElementAction {
    public static final ElementAction INSTANCE = new Empty();

    static final ActionFactory FACTORY = new SimpleFactory(
            "empty",
            "Leaves the element without a value (a sequence without items), or with a dummy where the object's IOD demands a value.",
            INSTANCE);

    private Empty() {}

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        if (context.type() == AttributeType.TYPE_1) return Replace.INSTANCE.apply(dataSet, element, context);
        VR vr = element.vr();
        if (vr == VR.SQ) dataSet.setEmptySequence(element.tag());
        else dataSet.setBytes(element.tag(), vr, new byte[0]);
        return Effect.EMPTIED;
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
