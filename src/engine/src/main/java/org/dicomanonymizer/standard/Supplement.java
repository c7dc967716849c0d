// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.TagMask;

/**
 * Attributes that PS3.15 Table E.1-1 does not list though they are known to identify: the table is a minimum, and the
 * de-identifier answers for the rest (PS3.15 E.1.1).
 */
public final class Supplement {
    private static final List<Row> ROWS = read();

    private Supplement() {}

    /**
     * An attribute.
     *
     * @param tag    its tag
     * @param keyword its keyword
     * @param code   what is done to it, by the codes of the table
     * @param reason why, for reports
     */
    public record Row(int tag, String keyword, ActionCode code, String reason) {}

    public static List<Row> rows() {
        return ROWS;
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        for (String[] line : ResourceLines.rows(Supplement.class, "supplement.tsv"))
            rows.add(new Row(TagMask.parse(line[0]).value(), line[1], ActionCode.parse(line[2]), line[3]));
        return List.copyOf(rows);
    }
}
