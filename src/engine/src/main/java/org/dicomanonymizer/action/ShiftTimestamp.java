// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.Optional;
import org.dicomanonymizer.date.DateShift;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;

/** Moves a binary time stamp, as Frame Origin Timestamp (0034,0007) has it, by the patient's own shift. */
public final class ShiftTimestamp implements ElementAction {
    public static final ElementAction INSTANCE = new ShiftTimestamp();

    private static final int MAX_BYTES = 16;

    private ShiftTimestamp() {}

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        if (element.isEmpty()) return Effect.KEPT;
        DateShift shift = context.dates()
                .shiftOf((purpose, min, max) -> context.subject().number(context.pseudonymizer(), purpose, min, max));
        Optional<byte[]> moved = dataSet.length(element.tag()) > MAX_BYTES
                ? Optional.empty()
                : shift.timestamp(dataSet.bytes(element.tag()));
        if (moved.isEmpty()) return BasicCode.INSTANCE.apply(dataSet, element, context);
        dataSet.setBytes(element.tag(), element.vr(), moved.get());
        return Effect.SHIFTED;
    }
}
