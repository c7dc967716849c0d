// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.Comparator;
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
    private final Map<Integer, Rule> byTag = new HashMap<>();
    private final List<Rule> byCreator = new ArrayList<>();
    private final List<Rule> byMask = new ArrayList<>();
    private final Map<VR, Rule> byVr = new EnumMap<>(VR.class);
    private Rule allPrivate;

    /** @param rules in the order in which they were given: of two equally specific ones the later wins */
    RuleIndex(List<Rule> rules) {
        List<Rule> ordered = new ArrayList<>();
        for (Rule rule : rules) ordered.add(0, rule);
        ordered.sort(Comparator.comparingInt((Rule rule) -> rule.selector().specificity())
                .reversed());
        root = Scope.root(ordered);
        for (Rule rule : ordered) {
            Selector selector = rule.selector();
            if (selector instanceof Selector.OfTag tag) byTag.putIfAbsent(tag.tag(), rule);
            else if (selector instanceof Selector.OfPrivate) byCreator.add(rule);
            else if (selector instanceof Selector.OfMask) byMask.add(rule);
            else if (selector instanceof Selector.OfVr vr) byVr.putIfAbsent(vr.vr(), rule);
            else if (selector instanceof Selector.AllPrivate && allPrivate == null) allPrivate = rule;
        }
    }

    Scope root() {
        return root;
    }

    /** The rule that wins for an element, or null if none selects it. */
    Rule find(DataSet dataSet, int tag, Scope scope) {
        Rule rule = scope.find(dataSet, tag);
        if (rule == null && !byTag.isEmpty()) rule = byTag.get(tag);
        if (rule == null && Tag.isPrivate(tag)) rule = first(byCreator, dataSet, tag);
        if (rule == null) rule = first(byMask, dataSet, tag);
        if (rule == null && Tag.isPrivate(tag)) return allPrivate;
        return rule == null ? findByVr(dataSet, tag) : rule;
    }

    /** The rule for an element's VR, or null: for private elements too, so ask only once they are allowed to stay. */
    Rule findByVr(DataSet dataSet, int tag) {
        return byVr.isEmpty() ? null : byVr.get(dataSet.vr(tag));
    }

    private static Rule first(List<Rule> rules, DataSet dataSet, int tag) {
        for (Rule rule : rules) if (rule.selector().matches(dataSet, tag)) return rule;
        return null;
    }
}
