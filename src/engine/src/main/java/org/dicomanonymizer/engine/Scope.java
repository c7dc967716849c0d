// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.Selector.Step;

/**
 * The rules with a path that may still apply inside a data set, each with the number of steps that its sequences have
 * matched so far. Without such rules there is one scope for all data sets, and it costs nothing.
 */
final class Scope {
    private static final Scope EMPTY = new Scope(List.of());

    private final List<Position> positions;

    private Scope(List<Position> positions) {
        this.positions = positions;
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
        return positions.isEmpty() ? EMPTY : new Scope(List.copyOf(positions));
    }

    /** The scope of the items of a sequence in a data set of this scope. */
    Scope into(DataSet dataSet, int sequence) {
        if (this == EMPTY) return EMPTY;
        List<Position> inside = new ArrayList<>();
        for (Position position : positions) advance(position, dataSet, sequence, inside);
        return inside.isEmpty() ? EMPTY : new Scope(inside);
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

    /** The winning rule with a path for an element of a data set of this scope, or null. */
    Rule find(DataSet dataSet, int tag) {
        for (Position position : positions)
            if (position.complete() && position.rule().selector().matches(dataSet, tag)) return position.rule();
        return null;
    }
}
