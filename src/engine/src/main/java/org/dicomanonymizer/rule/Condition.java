// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dicomanonymizer.dicom.DataSet;

/**
 * When a rule applies: a question about attributes of the data set that holds the element, or of the root. Immutable. Two
 * conditions are equal if they ask the same in the same order; {@code toString} gives a text that {@link #parse} reads.
 */
public sealed interface Condition {

    /**
     * Reads a condition, such as {@code Modality in (CT, MR) and not PatientAge absent}; the language is told in
     * docs/profiles.md.
     *
     * @throws ConfigurationException if it has a fault; the message tells where, what was expected and what was found
     */
    static Condition parse(String text) {
        return new ConditionParser(text).parse();
    }

    /**
     * Whether the condition holds in a data set, the root or an item.
     *
     * @throws TimedPattern.TooSlow if a regular expression takes too long
     */
    boolean holds(DataSet level);

    /** This condition with all questions about the root answered. */
    default Condition withRoot(DataSet root) {
        return this;
    }

    /** What always, or never, holds. */
    record Constant(boolean value) implements Condition {
        @Override
        public boolean holds(DataSet level) {
            return value;
        }
    }

    /** The opposite of another condition. */
    record Not(Condition condition) implements Condition {
        @Override
        public boolean holds(DataSet level) {
            return !condition.holds(level);
        }

        @Override
        public Condition withRoot(DataSet root) {
            Condition answered = condition.withRoot(root);
            return answered instanceof Constant constant ? new Constant(!constant.value()) : new Not(answered);
        }

        @Override
        public String toString() {
            return "not " + (condition instanceof Junction ? "(" + condition + ")" : condition);
        }
    }

    /**
     * Several conditions: all of them have to hold, or any one.
     *
     * @param all   whether all have to hold
     * @param parts two or more
     */
    record Junction(boolean all, List<Condition> parts) implements Condition {
        public Junction {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(DataSet level) {
            for (Condition part : parts) if (part.holds(level) != all) return !all;
            return all;
        }

        @Override
        public Condition withRoot(DataSet root) {
            List<Condition> open = new ArrayList<>();
            for (Condition part : parts) {
                Condition answered = part.withRoot(root);
                if (!(answered instanceof Constant constant)) open.add(answered);
                else if (constant.value() != all) return constant;
            }
            if (open.isEmpty()) return new Constant(all);
            return open.size() == 1 ? open.get(0) : new Junction(all, open);
        }

        @Override
        public String toString() {
            return parts.stream()
                    .map(part -> part instanceof Junction ? "(" + part + ")" : part.toString())
                    .collect(Collectors.joining(all ? " and " : " or "));
        }
    }

    /** One question about one attribute. */
    record Test(AttributePath attribute, Check check) implements Condition {
        @Override
        public boolean holds(DataSet level) {
            return attribute.ask(level, check);
        }

        @Override
        public Condition withRoot(DataSet root) {
            return attribute.fromRoot() ? new Constant(attribute.ask(root, check)) : this;
        }

        @Override
        public String toString() {
            return attribute + " " + check;
        }
    }
}
