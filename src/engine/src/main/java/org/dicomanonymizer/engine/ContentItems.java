// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.ContentRow;
import org.dicomanonymizer.standard.StructuredContentTable;

/**
 * Reads content items: data sets that tell a value under a coded name, in the tree of a structured report (PS3.3 section
 * C.17.3) or in one of the flat lists that other objects have (PS3.3 section 10.2).
 */
final class ContentItems {
    private static final int REFERENCED_CONTENT_ITEM_IDENTIFIER = 0x0040DB73;
    private static final int UNFORMATTED_TEXT_VALUE = 0x00700006;

    /** Lists outside reports need not name the value type; then the value's own attribute tells it. */
    private static final Map<Integer, String> TYPE_BY_VALUE = new LinkedHashMap<>();

    static {
        TYPE_BY_VALUE.put(Tags.TEXT_VALUE, "TEXT");
        TYPE_BY_VALUE.put(Tags.PERSON_NAME, "PNAME");
        TYPE_BY_VALUE.put(Tags.DATE_TIME, "DATETIME");
        TYPE_BY_VALUE.put(Tags.DATE, "DATE");
        TYPE_BY_VALUE.put(Tags.TIME, "TIME");
        TYPE_BY_VALUE.put(Tags.UID, "UIDREF");
        TYPE_BY_VALUE.put(Tags.CONCEPT_CODE_SEQUENCE, "CODE");
        TYPE_BY_VALUE.put(Tags.MEASURED_VALUE_SEQUENCE, "NUM");
        TYPE_BY_VALUE.put(Tags.NUMERIC_VALUE, "NUM");
        TYPE_BY_VALUE.put(UNFORMATTED_TEXT_VALUE, "TEXT");
    }

    private ContentItems() {}

    static boolean isOne(DataSet set) {
        return set.contains(Tags.VALUE_TYPE) || set.contains(Tags.CONCEPT_NAME_CODE_SEQUENCE);
    }

    /** The item itself, or the one that a measured value in its own sequence belongs to; null if there is none. */
    static DataSet around(DataSet set) {
        if (isOne(set)) return set;
        return set.parent() != null && isOne(set.parent()) ? set.parent() : null;
    }

    /** The value type as declared, else as the value tells it; empty if neither does. */
    static String valueType(DataSet item) {
        String declared = item.string(Tags.VALUE_TYPE);
        if (declared != null && !declared.isBlank()) return declared;
        for (Map.Entry<Integer, String> type : TYPE_BY_VALUE.entrySet())
            if (item.contains(type.getKey())) return type.getValue();
        return "";
    }

    /** The row of PS3.15 Table E.3.4-1 for an item as one of this value type, or null. */
    static ContentRow row(DataSet item, String valueType) {
        List<DataSet> name = item.items(Tags.CONCEPT_NAME_CODE_SEQUENCE);
        if (name.isEmpty()) return null;
        String code = name.get(0).string(Tags.CODE_VALUE);
        String scheme = name.get(0).string(Tags.CODING_SCHEME_DESIGNATOR);
        if (code == null || scheme == null) return null;
        return StructuredContentTable.standard().row(code, scheme, valueType);
    }

    /** Whether any item at any depth refers to another by its position in the tree (PS3.3 section C.17.3.2.5). */
    static boolean referByPosition(DataSet set) {
        for (int tag : set.tags()) {
            if (tag == REFERENCED_CONTENT_ITEM_IDENTIFIER) return true;
            if (set.vr(tag) != VR.SQ) continue;
            for (DataSet item : set.items(tag)) if (referByPosition(item)) return true;
        }
        return false;
    }
}
