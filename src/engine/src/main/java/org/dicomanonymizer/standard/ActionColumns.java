// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads tables whose first row names the columns, with the code of the profile and those of options among them. */
final class ActionColumns {
    private static final String BASIC = "basic";

    private final List<String> names;
    private final Map<ProfileOption, Integer> options = new EnumMap<>(ProfileOption.class);

    ActionColumns(String[] names) {
        this.names = Arrays.asList(names);
        for (ProfileOption option : ProfileOption.values()) {
            int column = this.names.indexOf(option.text());
            if (column >= 0) options.put(option, column);
        }
    }

    String get(String[] row, String column) {
        return row[names.indexOf(column)];
    }

    ActionCode basic(String[] row) {
        return ActionCode.parse(get(row, BASIC));
    }

    Map<ProfileOption, ActionCode> options(String[] row) {
        Map<ProfileOption, ActionCode> codes = new EnumMap<>(ProfileOption.class);
        for (Map.Entry<ProfileOption, Integer> option : options.entrySet()) {
            String code = row[option.getValue()];
            if (!code.isEmpty()) codes.put(option.getKey(), ActionCode.parse(code));
        }
        return codes;
    }

    /**
     * The code under these options. An option replaces the code of the profile; where several have one, the most
     * protective wins, C over K, since the standard gives no order.
     */
    static ActionCode code(ActionCode basic, Map<ProfileOption, ActionCode> options, Set<ProfileOption> active) {
        ActionCode code = null;
        for (Map.Entry<ProfileOption, ActionCode> option : options.entrySet()) {
            if (code != ActionCode.C && active.contains(option.getKey())) code = option.getValue();
        }
        return code == null ? basic : code;
    }
}
