// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;

/** Code X of PS3.15 Table E.1-1, without regard to the IOD. */
public final class Delete implements ElementAction {
    public static final ElementAction INSTANCE = new Delete();

    static final ActionFactory FACTORY =
            new SimpleFactory("delete", "Removes the element, a sequence with all its items.", INSTANCE);

    private Delete() {}

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        dataSet.remove(element.tag());
        return Effect.REMOVED;
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
