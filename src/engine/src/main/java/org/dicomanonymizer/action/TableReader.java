// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.rule.ConfigurationException;

/** Reads the tables that rules refer to, once, when the rule is made: actions themselves know no files. */
@FunctionalInterface
public interface TableReader {
    /** For actions that are made apart from a rule: knows no tables. */
    TableReader NONE = reference -> {
        throw new ConfigurationException("tables can be read for rules only");
    };

    /**
     * Where a table is, and which of its columns count.
     *
     * @param file      the file's name
     * @param from      the column of the original values: its name in the first line, or its number from 1 for a table
     *                  without such a line; null for the first of two
     * @param to        the column of what takes their place, likewise; null for the second of two
     * @param delimiter what divides the columns; null to go by the file's name
     */
    record Reference(String file, String from, String to, String delimiter) {}

    /**
     * The table.
     *
     * @throws ConfigurationException if it can't be read or has faults; all of them are told, without any value
     */
    LookupTable read(Reference reference);
}
