// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.VR;

/** Which attributes of an object tell identifiers, and of what kind; every attribute of VR PN tells a name. */
final class IdentifyingAttributes {
    private static final int ROOT = 0;
    private static final Map<Integer, Map<Integer, Kind>> KINDS = load();

    private IdentifyingAttributes() {}

    private static Map<Integer, Map<Integer, Kind>> load() {
        Map<Integer, Map<Integer, Kind>> kinds = new HashMap<>();
        for (String[] row : ResourceLines.rows(IdentifyingAttributes.class, "identifying-attributes.tsv")) {
            int dot = row[0].indexOf('.');
            int sequence = dot < 0 ? ROOT : tag(row[0].substring(0, dot));
            kinds.computeIfAbsent(sequence, any -> new HashMap<>())
                    .put(tag(row[0].substring(dot + 1)), Kind.valueOf(row[1]));
        }
        return kinds;
    }

    private static int tag(String keyword) {
        return Dictionary.standard()
                .maskOf(keyword)
                .orElseThrow(
                        () -> new IllegalStateException("identifying-attributes.tsv names no attribute: " + keyword))
                .value();
    }

    /** Adds what a data set and its items tell. */
    static void collect(DataSet root, Identifiers.Builder into) {
        collect(root, ROOT, into);
    }

    private static void collect(DataSet dataSet, int sequence, Identifiers.Builder into) {
        for (int tag : dataSet.tags()) {
            VR vr = dataSet.vr(tag);
            if (vr == VR.SQ) {
                List<DataSet> items = dataSet.items(tag);
                for (DataSet item : items) collect(item, tag, into);
                continue;
            }
            if (!vr.isString()) continue;
            Kind kind = kind(sequence, tag);
            if (kind == null && vr == VR.PN) kind = Kind.PERSON_NAME;
            if (kind != null) for (String value : dataSet.strings(tag)) into.add(kind, value);
        }
    }

    private static Kind kind(int sequence, int tag) {
        Kind kind = KINDS.get(ROOT).get(tag);
        if (kind != null || sequence == ROOT) return kind;
        Map<Integer, Kind> inItems = KINDS.get(sequence);
        return inItems == null ? null : inItems.get(tag);
    }
}
