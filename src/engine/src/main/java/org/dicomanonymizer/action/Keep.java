// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;

/** Code K of PS3.15 Table E.1-1. */
public final class Keep implements ElementAction {
    public static final ElementAction INSTANCE = new Keep();

    static final ActionFactory FACTORY = new SimpleFactory(
            "keep", "Leaves the element as it is; the items of a sequence are still treated one by one.", INSTANCE);

    private Keep() {}

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        return Effect.KEPT;
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
