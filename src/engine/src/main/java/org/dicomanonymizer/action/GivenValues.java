// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueSyntax;

/** Values that a rule names, before it is known what attributes get them. Immutable. */
final class GivenValues {
    /** Where text is set for trial. */
    private static final int ANY_PRIVATE = 0x00091001;

    private final List<String> values;

    GivenValues(List<String> values) {
        this.values = List.copyOf(values);
    }

    /** As DICOM writes them, backslashes between several. */
    String text() {
        return String.join("\\", values);
    }

    /** One by one, where the VR allows several. */
    List<String> of(VR vr) {
        boolean divides = vr.separatesByBackslash() || vr.kind() == VR.Kind.NUMBER;
        return values.stream()
                .flatMap(value -> divides ? Stream.of(value.split("\\\\", -1)) : Stream.of(value))
                .toList();
    }

    /** The number of values, 0 if there is none. */
    int count(VR vr) {
        List<String> single = of(vr);
        return single.size() == 1 && single.get(0).isEmpty() ? 0 : single.size();
    }

    /** Why a value is not legal for a VR, as what it is; null if all are. */
    String fault(VR vr) {
        String fault = of(vr).stream()
                .map(value -> faultOf(vr, value))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (fault != null) return fault;
        try {
            DicomDataSet.create().setStrings(ANY_PRIVATE, vr, of(vr));
            return null;
        } catch (IllegalArgumentException e) {
            return "no " + (vr.kind() == VR.Kind.NUMBER ? "number" : "text") + " that fits VR " + vr;
        }
    }

    private static String faultOf(VR vr, String value) {
        String fault = ValueSyntax.fault(vr, value);
        if (fault != null || vr != VR.DA || value.isEmpty() || CalendarDate.isReal(value)) return fault;
        return "no date of the calendar";
    }
}
