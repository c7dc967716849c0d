// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads tables of CSV (RFC 4180, one line for each row); empty lines and those that begin with # do not count. What is wrong
 * is noted without a value, since tables may hold identities.
 */
final class CsvTable {
    private final char delimiter;
    private final Problems problems;

    /**
     * @param delimiter what divides the fields
     * @param problems  what is wrong
     */
    CsvTable(char delimiter, Problems problems) {
        this.delimiter = delimiter;
        this.problems = problems;
    }

    /**
     * A row.
     *
     * @param columns the names of the columns in lower case; empty if they have none
     * @param fields  what it holds, without blanks around it
     */
    record Row(Json.Place place, List<String> columns, List<String> fields) {
        String get(String column) {
            return fields.get(columns.indexOf(column));
        }

        /** Says nothing: fields may identify. */
        @Override
        public String toString() {
            return "row in line " + place.line();
        }
    }

    /**
     * The rows of a text with commas whose first line names the columns.
     *
     * @param columns the columns that are needed, in lower case; others do not matter, nor does upper or lower case
     */
    static List<Row> read(String text, List<String> columns, Problems problems) {
        return new CsvTable(',', problems).read(text, columns);
    }

    /**
     * The rows of a text.
     *
     * @param columns the columns that the first line has to name, as above; empty if all lines are rows
     */
    List<Row> read(String text, List<String> columns) {
        List<Row> rows = new ArrayList<>();
        List<String> header = columns.isEmpty() ? List.of() : null;
        int size = 0;
        int number = 0;
        for (String line : text.replaceFirst("^\uFEFF", "").lines().toList()) {
            Json.Place place = new Json.Place(++number, 1);
            if (line.isBlank() || line.startsWith("#")) continue;
            List<String> fields = split(line, place);
            if (size == 0) size = fields.size();
            if (header == null) {
                header = fields.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList();
                if (header.containsAll(columns)) continue;
                problems.add(
                        ProblemCode.BAD_VALUE,
                        place,
                        "the first line has to name the columns " + String.join(", ", columns) + ", divided by "
                                + (delimiter == '\t' ? "tabs" : "\"" + delimiter + "\""));
                return rows;
            }
            if (fields.size() == size) rows.add(new Row(place, header, fields));
            else problems.add(ProblemCode.BAD_VALUE, place, "has " + fields.size() + " fields, the first line " + size);
        }
        return rows;
    }

    private List<String> split(String line, Json.Place place) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) field.append(line.charAt(i++));
            else if (c == '"') quoted = !quoted;
            else if (c == delimiter && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else field.append(c);
        }
        fields.add(field.toString().strip());
        if (quoted) problems.add(ProblemCode.BAD_VALUE, place, "has a quote that does not end in the line");
        return fields;
    }
}
