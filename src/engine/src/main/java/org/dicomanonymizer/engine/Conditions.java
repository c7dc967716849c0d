// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Condition;
import org.dicomanonymizer.rule.TimedPattern;

/**
 * The conditional rules of a profile. Each data set is asked once, when the walk enters it, so that the answers are those of
 * the original whatever the rules change.
 */
final class Conditions {
    static final Conditions NONE = new Conditions(List.of(), List.of());

    private final List<Rule> rules;
    private final List<Condition> conditions;

    private Conditions(List<Rule> rules, List<Condition> conditions) {
        this.rules = rules;
        this.conditions = conditions;
    }

    /** Those of the rules that have a condition. */
    static Conditions of(List<Rule> rules) {
        List<Rule> conditional =
                rules.stream().filter(rule -> rule.when() != null).toList();
        if (conditional.isEmpty()) return NONE;
        return new Conditions(conditional, conditional.stream().map(Rule::when).toList());
    }

    /** These, with what they ask about the root answered. */
    Conditions withRoot(DataSet root) {
        List<Condition> answered = new ArrayList<>(conditions.size());
        for (int i = 0; i < conditions.size(); i++) {
            try {
                answered.add(conditions.get(i).withRoot(root));
            } catch (TimedPattern.TooSlow e) {
                throw tooSlow(i, e);
            }
        }
        return new Conditions(rules, answered);
    }

    /** The rules whose condition holds in a data set. */
    Set<Rule> holdingIn(DataSet level) {
        Set<Rule> holding = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < conditions.size(); i++) {
            try {
                if (conditions.get(i).holds(level)) holding.add(rules.get(i));
            } catch (TimedPattern.TooSlow e) {
                throw tooSlow(i, e);
            }
        }
        return holding;
    }

    private RefusedException tooSlow(int index, TimedPattern.TooSlow slow) {
        return new RefusedException(
                rules.get(index).origin() + ": the regular expression of its condition " + slow.getMessage());
    }
}
