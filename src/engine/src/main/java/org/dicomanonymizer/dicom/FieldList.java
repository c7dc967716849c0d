// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Data sets as lists of maps, for data that come from a database or from JSON rather than from a DICOM file. Each field has
 * an {@code id} (the tag: keyword, {@code (gggg,eeee)}, or a list of two numbers), a {@code type} (the VR) and a
 * {@code value}: text, a number, a list of these, or for a sequence a list of items, each a list of fields.
 */
public final class FieldList {
    private static final String ID = "id";
    private static final String TYPE = "type";
    private static final String VALUE = "value";

    private FieldList() {}

    /**
     * Makes a data set of fields. A type that is no VR gives way to the dictionary's, and so does one that the value does not
     * fit: text that is wrong for its attribute must not stop its removal.
     *
     * @throws IllegalArgumentException if an id names no tag
     */
    public static DataSet toDataSet(List<? extends Map<String, ?>> fields) {
        DicomDataSet dataSet = DicomDataSet.create();
        fill(dataSet, fields);
        return dataSet;
    }

    private static void fill(DataSet dataSet, List<? extends Map<String, ?>> fields) {
        for (Map<String, ?> field : fields) {
            int tag = tag(field.get(ID));
            VR vr = vr(tag, field.get(TYPE));
            if (vr == VR.SQ) fillSequence(dataSet, tag, field.get(VALUE));
            else fillValue(dataSet, tag, vr, values(field.get(VALUE)));
        }
    }

    private static void fillValue(DataSet dataSet, int tag, VR vr, List<String> values) {
        try {
            dataSet.setStrings(tag, vr.kind() == VR.Kind.BYTES ? VR.UT : vr, values);
        } catch (IllegalArgumentException e) {
            dataSet.setStrings(tag, VR.UT, values);
        }
    }

    private static void fillSequence(DataSet dataSet, int tag, Object items) {
        dataSet.setEmptySequence(tag);
        if (!(items instanceof List<?> list)) return;
        for (Object item : list) {
            List<Map<String, ?>> fields = new ArrayList<>();
            for (Object field : (List<?>) item) fields.add(asField(field));
            fill(dataSet.addItem(tag), fields);
        }
    }

    @SuppressWarnings("unchecked") // the keys are text by contract, and are only compared
    private static Map<String, ?> asField(Object field) {
        return (Map<String, ?>) field;
    }

    /** The fields of a data set: ids as {@code (GGGG,EEEE)}, several values and items as lists; opaque bytes are left out. */
    public static List<Map<String, Object>> of(DataSet dataSet) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (int tag : dataSet.tags()) {
            VR vr = dataSet.vr(tag);
            Map<String, Object> field = new LinkedHashMap<>();
            field.put(ID, Tag.toString(tag));
            field.put(TYPE, vr.name());
            if (vr == VR.SQ) {
                field.put(VALUE, dataSet.items(tag).stream().map(FieldList::of).toList());
            } else {
                List<String> values = dataSet.strings(tag);
                field.put(VALUE, values.isEmpty() ? "" : values.size() == 1 ? values.get(0) : values);
            }
            fields.add(field);
        }
        return fields;
    }

    private static List<String> values(Object value) {
        if (value == null) return List.of();
        if (value instanceof List<?> list)
            return list.stream().map(String::valueOf).toList();
        return List.of(value.toString());
    }

    private static int tag(Object id) {
        if (id instanceof List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof Number group
                && pair.get(1) instanceof Number element) return Tag.of(group.intValue(), element.intValue());
        if (id instanceof Number number) return number.intValue();
        String text = String.valueOf(id).strip();
        String digits = text.replaceAll("0[xX]|[(), ]", "");
        if (digits.matches("[0-9A-Fa-f]{8}")) return Integer.parseUnsignedInt(digits, 16);
        return Dictionary.standard()
                .maskOf(text)
                .filter(TagMask::isExact)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"id\" names no tag: expected a keyword, (gggg,eeee) or a list of two numbers"))
                .value();
    }

    private static VR vr(int tag, Object type) {
        try {
            return VR.valueOf(String.valueOf(type).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            VR vr = Dictionary.standard().vr(tag);
            return vr == null ? VR.UT : vr;
        }
    }
}
