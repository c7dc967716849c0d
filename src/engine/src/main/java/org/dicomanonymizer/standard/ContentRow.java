// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.Map;
import java.util.Set;

/**
 * A row of PS3.15 Table E.3.4-1: what is done to a content item of a structured report.
 *
 * @param concept   the concept name
 * @param valueType the Value Type (0040,A040)
 * @param basic     the code of the Basic Profile
 * @param options   the codes of the options that have one here: K or C
 */
public record ContentRow(Code concept, String valueType, ActionCode basic, Map<ProfileOption, ActionCode> options) {

    public ContentRow {
        options = Map.copyOf(options);
    }

    /** The code under these options; as {@link TableRow#code}. */
    public ActionCode code(Set<ProfileOption> active) {
        return ActionColumns.code(basic, options, active);
    }
}
