// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.List;
import java.util.Set;
import org.dicomanonymizer.dicom.DataSet;

/**
 * Judges overlay planes (60xx, PS3.3 section C.9.2) and curves (50xx, retired in PS3.3 2004) by what they declare themselves to
 * be: those stay that can't be writing or speech, and hold no more bytes than they have to.
 */
final class Planes {
    private static final Set<String> MEASURED_CURVES =
            Set.of("TAC", "PROF", "HIST", "ROI", "TABL", "FILT", "POLY", "ECG", "PRESSURE", "FLOW", "PHYSIO", "RESP");

    /** Bytes of a value by Data Value Representation: US, SS, FL, FD, SL. */
    private static final List<Integer> VALUE_SIZES = List.of(2, 2, 4, 8, 4);

    private Planes() {}

    /** Whether the overlay plane of a tag outlines a region. Graphics of type G may be writing. */
    static boolean isRegion(DataSet set, int tag) {
        int group = tag & 0xFFFF0000;
        if (!"R".equals(set.string(group | 0x0040))) return false;
        if (!set.contains(group | 0x3000)) return true;
        long bits = number(set, group | 0x0010, 0) * number(set, group | 0x0011, 0) * number(set, group | 0x0015, 1);
        return number(set, group | 0x0100, 1) == 1 && holds(set, group | 0x3000, (bits + 7) / 8);
    }

    /** Whether a group tells nothing but in which layer the overlay plane of another object is shown. */
    static boolean isActivationOnly(DataSet set, int tag) {
        int group = tag & 0xFFFF0000;
        return (tag & 0xFFFF) == 0x1001 && !set.contains(group | 0x0010) && !set.contains(group | 0x3000);
    }

    /** Whether the curve of a tag is a row of measured values. */
    static boolean isMeasured(DataSet set, int tag) {
        int group = tag & 0xFFFF0000;
        String type = set.string(group | 0x0020);
        long kind = number(set, group | 0x0103, -1);
        if (type == null || !MEASURED_CURVES.contains(type) || kind < 0 || kind >= VALUE_SIZES.size()) return false;
        if (set.contains(group | 0x200C)) return false;
        List<String> descriptor = set.strings(group | 0x0110);
        long values = descriptor.isEmpty()
                ? number(set, group | 0x0005, 0)
                : descriptor.stream().filter("1"::equals).count();
        return holds(set, group | 0x3000, values * number(set, group | 0x0010, 0) * VALUE_SIZES.get((int) kind));
    }

    /** An odd length is padded (PS3.5 section 7.1.1). */
    private static boolean holds(DataSet set, int tag, long bytes) {
        return bytes > 0 && set.length(tag) == bytes + bytes % 2;
    }

    private static long number(DataSet set, int tag, int ifAbsent) {
        String text = set.string(tag);
        if (text == null) return ifAbsent;
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
