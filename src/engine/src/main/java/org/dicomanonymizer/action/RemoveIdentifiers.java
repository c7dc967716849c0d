// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;

/**
 * For text that devices write and people hardly ever do, such as the names of kernels and coils: it stays as it is unless it
 * tells an identifier of the object's own, in which case it is replaced.
 */
public final class RemoveIdentifiers implements ElementAction {
    public static final ElementAction INSTANCE = new RemoveIdentifiers();

    private RemoveIdentifiers() {}

    @Override
    public boolean supports(VR vr) {
        return vr.isString();
    }

    @Override
    public boolean needsIdentifiers() {
        return true;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        for (String value : element.strings())
            if (!context.identifiers().find(value).isEmpty()) return Replace.INSTANCE.apply(dataSet, element, context);
        return Effect.KEPT;
    }
}
