// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads tables of CSV (RFC 4180, one line for each row) whose first line names the columns; empty lines and those that begin
 * with # do not count. What is wrong is noted without a value, since tables may hold identities.
 */
final class CsvTable {
    private CsvTable() {}

    /** A row, its fields by the names of the columns. */
    record Row(Json.Place place, Map<String, String> fields) {
        String get(String column) {
            return fields.get(column);
        }

        /** Says nothing: fields may identify. */
        @Override
        public String toString() {
            return "row in line " + place.line();
        }
    }

    /**
     * The rows of a text.
     *
     * @param columns the columns that are needed, in lower case; others do not matter, nor does upper or lower case
     */
    static List<Row> read(String text, List<String> columns, Problems problems) {
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        int number = 0;
        for (String line : text.replaceFirst("^\uFEFF", "").lines().toList()) {
            Json.Place place = new Json.Place(++number, 1);
            if (line.isBlank() || line.startsWith("#")) continue;
            List<String> fields = split(line);
            if (header == null) {
                header = fields.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
                if (header.containsAll(columns)) continue;
                String names = String.join(", ", columns);
                problems.add(ProblemCode.BAD_VALUE, place, "the first line has to name the columns " + names);
                return rows;
            }
            if (fields.size() == header.size()) rows.add(new Row(place, named(header, fields)));
            else
                problems.add(
                        ProblemCode.BAD_VALUE,
                        place,
                        "has " + fields.size() + " fields, the first line " + header.size());
        }
        return rows;
    }

    private static Map<String, String> named(List<String> header, List<String> fields) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) named.put(header.get(i), fields.get(i));
        return named;
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) field.append(line.charAt(i++));
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else field.append(c);
        }
        fields.add(field.toString().strip());
        return fields;
    }
}
