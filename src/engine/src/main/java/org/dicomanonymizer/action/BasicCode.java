// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.TableRow;

/**
 * The code of the Basic Profile for whatever attribute it is applied to, and a dummy where Table E.1-1 does not list the
 * attribute: what is left to do with a value that an action can't treat as it should.
 */
public final class BasicCode implements ElementAction {
    public static final ElementAction INSTANCE = new BasicCode();

    private BasicCode() {}

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        TableRow row = Edition.latest().row(element.tag());
        return ByType.of(row == null ? ActionCode.D : row.basic()).apply(dataSet, element, context);
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
