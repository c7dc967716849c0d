// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.rule.Selector;

/** Finds rules that never act, since a later one selects exactly the same. */
public final class RuleConflicts {
    private RuleConflicts() {}

    /** One warning for each such rule, in the order of the rules. */
    public static List<String> warnings(List<Rule> rules) {
        Map<Selector, Integer> winners = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) winners.put(rules.get(i).selector(), i);
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            int winner = winners.get(rules.get(i).selector());
            if (winner != i) warnings.add(warning(rules.get(i), rules.get(winner)));
        }
        return warnings;
    }

    private static String warning(Rule loser, Rule winner) {
        return loser.origin() + ": " + loser.name() + " of " + loser.selector() + " never acts, since " + winner.name()
                + " by " + winner.origin() + " comes later";
    }
}
