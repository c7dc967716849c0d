// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.engine.ChangeLog;

/** What was done to the objects of a run, added up by attribute, effect and rule. Not thread-safe. */
public final class ChangeTotals implements BatchListener {

    /**
     * One kind of change.
     *
     * @param change   the attribute, what was done to it and the rule
     * @param elements the number of elements
     * @param files    the number of files that hold them
     */
    public record Row(ChangeLog.Change change, long elements, long files) {}

    private final Map<ChangeLog.Change, Row> rows = new HashMap<>();

    @Override
    public void finished(FileResult result) {
        if (result.changes() == null) return;
        result.changes()
                .changes()
                .forEach((change, elements) -> rows.merge(
                        change,
                        new Row(change, elements, 1),
                        (row, more) -> new Row(change, row.elements() + more.elements(), row.files() + 1)));
    }

    /** In the order of the tags, then of effects and rules. */
    public List<Row> rows() {
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparingLong(
                        (Row row) -> Integer.toUnsignedLong(row.change().tag()))
                .thenComparing(row -> row.change().effect())
                .thenComparing(row -> row.change().reason()));
        return sorted;
    }
}
