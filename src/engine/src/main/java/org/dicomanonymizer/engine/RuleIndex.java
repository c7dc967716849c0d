// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Selector;

/** The rules of the site, arranged so that the one that wins for an element is found at once. */
final class RuleIndex {
    private final Scope root;
    private final Map<Integer, List<Rule>> byTag = new HashMap<>();
    private final List<Rule> byCreator = new ArrayList<>();
    private final List<Rule> byMask = new ArrayList<>();
    private final Map<VR, List<Rule>> byVr = new EnumMap<>(VR.class);
    private final List<Rule> allPrivate = new ArrayList<>();

    /** @param rules in the order in which they were given */
    RuleIndex(List<Rule> rules) {
        List<Rule> ordered = Rule.byPrecedence(rules);
        root = Scope.root(ordered);
        for (Rule rule : ordered) {
            Selector selector = rule.selector();
            if (selector instanceof Selector.OfTag tag) listOf(byTag, tag.tag()).add(rule);
            else if (selector instanceof Selector.OfPrivate) byCreator.add(rule);
            else if (selector instanceof Selector.OfMask) byMask.add(rule);
            else if (selector instanceof Selector.OfVr vr) listOf(byVr, vr.vr()).add(rule);
            else if (selector instanceof Selector.AllPrivate) allPrivate.add(rule);
        }
    }

    private static <K> List<Rule> listOf(Map<K, List<Rule>> lists, K key) {
        return lists.computeIfAbsent(key, absent -> new ArrayList<>());
    }

    Scope root() {
        return root;
    }

    /**
     * Whether the rule that wins for a public attribute may depend on the object, where no rule with a path selects it.
     *
     * @param vr the attribute's
     */
    boolean mayDepend(int tag, VR vr) {
        return isConditional(byTag.get(tag), tag)
                || isConditional(byMask, tag)
                || byVr.getOrDefault(vr, List.of()).stream().anyMatch(rule -> rule.when() != null);
    }

    private static boolean isConditional(List<Rule> rules, int tag) {
        return rules != null
                && rules.stream()
                        .anyMatch(rule -> rule.when() != null && rule.selector().matches(AnyDataSet.INSTANCE, tag));
    }

    /**
     * The rule that wins for an element, or null if none selects it.
     *
     * @param vr the element's
     */
    Rule find(DataSet dataSet, int tag, VR vr, Scope scope) {
        Rule rule = scope.find(dataSet, tag);
        if (rule == null && !byTag.isEmpty()) rule = first(byTag.get(tag), dataSet, tag, scope);
        if (rule == null && Tag.isPrivate(tag)) rule = first(byCreator, dataSet, tag, scope);
        if (rule == null) rule = first(byMask, dataSet, tag, scope);
        if (rule == null && Tag.isPrivate(tag)) return first(allPrivate, dataSet, tag, scope);
        return rule == null ? findByVr(dataSet, tag, vr, scope) : rule;
    }

    /** The rule for an element's VR, or null: for private elements too, so ask only once they are allowed to stay. */
    Rule findByVr(DataSet dataSet, int tag, VR vr, Scope scope) {
        return byVr.isEmpty() ? null : first(byVr.get(vr), dataSet, tag, scope);
    }

    private static Rule first(List<Rule> rules, DataSet dataSet, int tag, Scope scope) {
        if (rules == null) return null;
        for (Rule rule : rules) if (rule.selector().matches(dataSet, tag) && scope.holds(rule)) return rule;
        return null;
    }
}
