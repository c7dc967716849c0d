// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.TagMask;

/**
 * Attributes that PS3.15 Table E.1-1 does not list though they identify, or though people write in them about patients and
 * persons: the table is a minimum, and the de-identifier answers for the rest (PS3.15 E.1.1).
 */
public final class Supplement {
    private static final List<Row> ROWS = read();

    private Supplement() {}

    /**
     * An attribute.
     *
     * @param row    what is done to it, as if the table listed it
     * @param reason why, for reports
     */
    public record Row(TableRow row, String reason) {}

    public static List<Row> rows() {
        return ROWS;
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (String[] line : ResourceLines.rows(Supplement.class, "supplement.tsv"))
            rows.add(new Row(row(line), line[4]));
        return List.copyOf(rows);
    }

    private static TableRow row(String[] line) {
        TagMask tag = TagMask.parse(line[0]);
        DictionaryEntry entry = Dictionary.standard().entry(tag.value());
        return new TableRow(
                tag, line[1], entry.vrs().get(0), ActionCode.parse(line[2]), options(line[3]), entry.retired(), false);
    }

    private static Map<ProfileOption, ActionCode> options(String text) {
        Map<ProfileOption, ActionCode> options = new EnumMap<>(ProfileOption.class);
        for (String option : text.isEmpty() ? new String[0] : text.split(" ")) {
            int sign = option.indexOf('=');
            options.put(ProfileOption.parse(option.substring(0, sign)), ActionCode.parse(option.substring(sign + 1)));
        }
        return options;
    }
}
