// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomanonymizer.dicom.ResourceLines;

/** PS3.15 Table E.3.4-1 (2026d), for the Clean Structured Content Option. Read at first use, shared by threads. */
public final class StructuredContentTable {
    private static final String RETIRED = "SRT";
    private static final Set<String> OTHER_NAMES_OF_RETIRED = Set.of("SNM3", "99SDM");

    private final List<ContentRow> rows = new ArrayList<>();
    private final Map<Key, ContentRow> byConcept = new HashMap<>();

    private record Key(String code, String scheme, String valueType) {}

    private StructuredContentTable() {
        List<String[]> lines = ResourceLines.rows(StructuredContentTable.class, "structured-content.tsv");
        ActionColumns columns = new ActionColumns(lines.get(0));
        for (String[] line : lines.subList(1, lines.size())) {
            Code concept =
                    new Code(columns.get(line, "code"), columns.get(line, "scheme"), columns.get(line, "meaning"));
            String valueType = columns.get(line, "valueType");
            ContentRow row = new ContentRow(concept, valueType, columns.basic(line), columns.options(line));
            rows.add(row);
            byConcept.put(new Key(concept.value(), plain(concept.scheme()), valueType), row);
            String retired = columns.get(line, RETIRED);
            if (!retired.isEmpty()) byConcept.put(new Key(retired, RETIRED, valueType), row);
        }
    }

    private static final class Holder {
        static final StructuredContentTable STANDARD = new StructuredContentTable();
    }

    /** The table of edition 2026d. */
    public static StructuredContentTable standard() {
        return Holder.STANDARD;
    }

    /** All rows, by coding scheme and code. */
    public List<ContentRow> rows() {
        return List.copyOf(rows);
    }

    /**
     * The row of a content item, or null. A scheme is the same with and without its version in brackets ({@code NCDR
     * [2.0b]}), and a concept of SNOMED is found by its retired SNOMED RT code too, under any of the names that scheme had.
     *
     * @param code      Code Value of the concept name
     * @param scheme    its Coding Scheme Designator
     * @param valueType Value Type of the item
     */
    public ContentRow row(String code, String scheme, String valueType) {
        return byConcept.get(new Key(code.strip(), plain(scheme), valueType.strip()));
    }

    private static String plain(String scheme) {
        String plain = CodingSchemes.withoutVersion(scheme);
        return OTHER_NAMES_OF_RETIRED.contains(plain) ? RETIRED : plain;
    }
}
