// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dicomanonymizer.action.Add;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.Selector.Step;

/** Finds rules that never act, since another one that is asked first selects all that they select. */
public final class RuleConflicts {
    private RuleConflicts() {}

    /** Why a rule never acts. */
    public enum Kind {
        /** Another one for the same elements, under the same condition, does something else. */
        CONTRADICTED,
        /** Another one says the same. */
        REPEATED,
        /** Another one covers it. */
        SHADOWED
    }

    /**
     * A rule that never acts.
     *
     * @param loser  the rule
     * @param winner the one that acts instead
     */
    public record Conflict(Kind kind, Rule loser, Rule winner) {
        /** What the author of the rules should know, without the place of the loser. */
        public String message() {
            String because = kind == Kind.SHADOWED ? " selects all that it selects and is asked first" : " comes later";
            String other = kind == Kind.SHADOWED ? " of " + winner.selector() : "";
            return loser.name() + " of " + loser.selector() + " never acts, since " + winner.name() + other + " by "
                    + winner.origin() + because;
        }
    }

    /** The rules that never act, in the order of the rules. */
    public static List<Conflict> of(List<Rule> rules) {
        List<Rule> ordered = Rule.byPrecedence(rules);
        Map<Rule, Conflict> byLoser = new IdentityHashMap<>();
        for (int i = 1; i < ordered.size(); i++) {
            Conflict conflict = firstOf(ordered.subList(0, i), ordered.get(i));
            if (conflict != null) byLoser.put(ordered.get(i), conflict);
        }
        return rules.stream().map(byLoser::get).filter(Objects::nonNull).toList();
    }

    /** The same as warnings, each with the place of the rule that never acts. */
    public static List<String> warnings(List<Rule> rules) {
        return of(rules).stream()
                .map(conflict -> conflict.loser().origin() + ": " + conflict.message())
                .toList();
    }

    private static Conflict firstOf(List<Rule> before, Rule rule) {
        for (Rule earlier : before) {
            if (!compete(earlier, rule)) continue;
            boolean sameCondition = Objects.equals(earlier.when(), rule.when());
            if (!sameCondition && earlier.when() != null || !covers(earlier.selector(), rule.selector())) continue;
            if (!rule.isAboutTheSame(earlier)) return new Conflict(Kind.SHADOWED, rule, earlier);
            boolean sameAction = earlier.name().equals(rule.name())
                    && Objects.equals(earlier.parameters(), rule.parameters())
                    && rule.parameters() != null;
            return new Conflict(sameAction ? Kind.REPEATED : Kind.CONTRADICTED, rule, earlier);
        }
        return null;
    }

    /** What only adds leaves what is there to others, and whatever adds acts on what others leave absent. */
    private static boolean compete(Rule earlier, Rule rule) {
        boolean adds = rule.action() instanceof Add;
        return earlier.onlyAdds() ? rule.onlyAdds() : !adds || earlier.action() instanceof Add;
    }

    /** Whether a selector that is at least as specific as another selects all that the other does. */
    private static boolean covers(Selector selector, Selector other) {
        if (selector.equals(other)) return true;
        if (!(selector instanceof Selector.OfPath path)) return false;
        if (other instanceof Selector.OfPath narrower)
            return path.last().equals(narrower.last()) && covers(path.sequences(), narrower.sequences());
        return path.last().equals(other)
                && !path.sequences().isEmpty()
                && path.sequences().stream().allMatch(Step.AnyDepth.class::isInstance);
    }

    /** Whether steps with wildcards pass all sequences that other steps pass. */
    private static boolean covers(List<Step> steps, List<Step> others) {
        if (steps.isEmpty()) return others.isEmpty();
        Step first = steps.get(0);
        List<Step> rest = steps.subList(1, steps.size());
        if (first instanceof Step.AnyDepth)
            return covers(rest, others) || !others.isEmpty() && covers(steps, others.subList(1, others.size()));
        if (others.isEmpty() || others.get(0) instanceof Step.AnyDepth) return false;
        boolean passes = first instanceof Step.AnyOne || first.equals(others.get(0));
        return passes && covers(rest, others.subList(1, others.size()));
    }
}
