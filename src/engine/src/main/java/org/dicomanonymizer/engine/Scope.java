// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.action.Add;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.Selector.Step;

/**
 * What has to be known about a data set to find the rules for its elements: the rules with a path that may still apply
 * inside it, each with the number of steps that its sequences have matched so far, and the conditional rules that hold.
 * Without such rules there is one scope for all data sets, and it costs nothing.
 */
final class Scope {
    /** Where no rule has a path or a condition. */
    static final Scope EMPTY = new Scope(List.of(), Conditions.NONE, Set.of());

    private final List<Position> positions;
    private final Conditions conditions;
    private final Set<Rule> holding;

    private Scope(List<Position> positions, Conditions conditions, Set<Rule> holding) {
        this.positions = positions;
        this.conditions = conditions;
        this.holding = holding;
    }

    private record Position(Rule rule, List<Step> steps, int next) {
        boolean complete() {
            for (int i = next; i < steps.size(); i++) if (!(steps.get(i) instanceof Step.AnyDepth)) return false;
            return true;
        }
    }

    /** The scope of a root data set: rules in order of precedence, those without a path are left out. */
    static Scope root(List<Rule> rules) {
        List<Position> positions = new ArrayList<>();
        for (Rule rule : rules)
            if (rule.selector() instanceof Selector.OfPath path) positions.add(new Position(rule, path.sequences(), 0));
        Conditions conditions = Conditions.of(rules);
        if (positions.isEmpty() && conditions == Conditions.NONE) return EMPTY;
        return new Scope(List.copyOf(positions), conditions, Set.of());
    }

    /** This scope for the root of an object, before anything in it is changed. */
    Scope enterRoot(DataSet root) {
        if (conditions == Conditions.NONE) return this;
        Conditions answered = conditions.withRoot(root);
        return new Scope(positions, answered, answered.holdingIn(root));
    }

    /** The scope of the items of a sequence in a data set of this scope, to be entered by each of them. */
    Scope into(DataSet dataSet, int sequence) {
        if (positions.isEmpty()) return this;
        List<Position> inside = new ArrayList<>();
        for (Position position : positions) advance(position, dataSet, sequence, inside);
        if (inside.isEmpty() && conditions == Conditions.NONE) return EMPTY;
        return new Scope(inside, conditions, Set.of());
    }

    /** This scope for an item, before anything in it is changed. */
    Scope enter(DataSet item) {
        return conditions == Conditions.NONE ? this : new Scope(positions, conditions, conditions.holdingIn(item));
    }

    /** Whether a rule has no condition, or one that holds here. */
    boolean holds(Rule rule) {
        return rule.when() == null || holding.contains(rule);
    }

    private static void advance(Position position, DataSet dataSet, int sequence, List<Position> inside) {
        if (position.next() == position.steps().size()) return;
        Step step = position.steps().get(position.next());
        Position after = new Position(position.rule(), position.steps(), position.next() + 1);
        if (step instanceof Step.AnyDepth) {
            inside.add(position);
            advance(after, dataSet, sequence, inside);
        } else if (step instanceof Step.AnyOne || ((Step.Into) step).sequence().matches(dataSet, sequence)) {
            inside.add(after);
        }
    }

    /** Whether rules with a path may apply here or deeper. */
    boolean hasPaths() {
        return !positions.isEmpty();
    }

    /** The winning rule with a path for an element of a data set of this scope, or null. */
    Rule find(DataSet dataSet, int tag) {
        if (positions.isEmpty()) return null;
        for (Position position : positions)
            if (position.complete()
                    && !position.rule().onlyAdds()
                    && position.rule().selector().matches(dataSet, tag)
                    && holds(position.rule())) return position.rule();
        return null;
    }

    /** The rules that add something to a data set of this scope which lacks it, the winning one first. */
    List<Rule> additions() {
        return positions.stream()
                .filter(position -> position.rule().action() instanceof Add && position.complete())
                .map(Position::rule)
                .filter(this::holds)
                .toList();
    }
}
