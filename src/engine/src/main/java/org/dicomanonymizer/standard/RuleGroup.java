// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The attributes of one action code of the Basic Profile, under the names by which users of the Python tool know them. */
public enum RuleGroup {
    D_TAGS(ActionCode.D),
    Z_TAGS(ActionCode.Z),
    X_TAGS(ActionCode.X),
    U_TAGS(ActionCode.U),
    Z_D_TAGS(ActionCode.Z_D),
    X_Z_TAGS(ActionCode.X_Z),
    X_D_TAGS(ActionCode.X_D),
    X_Z_D_TAGS(ActionCode.X_Z_D),
    X_Z_U_STAR_TAGS(ActionCode.X_Z_U),
    /** Every attribute of the table. */
    ALL_TAGS(null);

    private final ActionCode code;

    RuleGroup(ActionCode code) {
        this.code = code;
    }

    /** The code that the rows of the group share; null for {@link #ALL_TAGS}. */
    public ActionCode code() {
        return code;
    }

    /** The rows of the group, in the order of their tags. */
    public List<TableRow> rows(Edition edition) {
        return edition.rows().stream()
                .filter(row -> code == null || row.basic() == code)
                .toList();
    }

    /**
     * The group of a name, in any case.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RuleGroup parse(String name) {
        for (RuleGroup group : values()) if (group.name().equals(name.toUpperCase(Locale.ROOT))) return group;
        throw new IllegalArgumentException("Unknown rule group: " + name + "; expected one of "
                + Arrays.stream(values()).map(RuleGroup::name).collect(Collectors.joining(", ")));
    }
}
