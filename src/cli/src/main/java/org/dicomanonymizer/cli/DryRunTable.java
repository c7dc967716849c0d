// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.util.Locale;
import org.dicomanonymizer.batch.ChangeTotals;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;

/** What a dry run found, by tag and rule. */
record DryRunTable(ChangeTotals totals) {
    private static final String ROW = "%-11s  %-13s  %8s  %6s  %-40s  %s";

    void print(Console console) {
        console.result(String.format(Locale.ROOT, ROW, "TAG", "EFFECT", "ELEMENTS", "FILES", "KEYWORD", "RULE"));
        for (ChangeTotals.Row row : totals.rows()) {
            String keyword = Dictionary.standard().keyword(row.change().tag());
            console.result(String.format(
                    Locale.ROOT,
                    ROW,
                    Tag.toString(row.change().tag()),
                    row.change().effect(),
                    row.elements(),
                    row.files(),
                    keyword == null ? "-" : keyword,
                    row.change().reason()));
        }
    }
}
