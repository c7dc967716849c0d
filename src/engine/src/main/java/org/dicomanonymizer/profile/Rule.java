// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Add;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.action.Parameter;
import org.dicomanonymizer.action.TableReader;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.rule.Condition;
import org.dicomanonymizer.rule.Selector;

/**
 * A rule of the site: what is done to the elements that it selects.
 *
 * @param selector   which elements; of the action {@code add} always a path, since a tag means the root then
 * @param action     what is done to them
 * @param name       the action's name, for reports
 * @param parameters what the action was made of; null for one made by code, which no file can express
 * @param when       in which data sets the rule applies; null for all
 * @param comment    why the rule is there; null if nobody has said so
 * @param origin     where the rule stands, for reports and messages: "-t 2", "profile.json rule 3"
 */
public record Rule(
        Selector selector,
        ElementAction action,
        String name,
        Map<String, Object> parameters,
        Condition when,
        String comment,
        String origin) {

    public Rule {
        Objects.requireNonNull(selector, "selector");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
        if (action instanceof Add add) selector = add.place(selector);
        if (parameters != null) parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A rule without condition whose action was made by code. */
    public Rule(Selector selector, ElementAction action, String name, String origin) {
        this(selector, action, name, null, null, null, origin);
    }

    /**
     * A rule without condition.
     *
     * @param action     the action's name, or another spelling of it
     * @param parameters by name: text, numbers, booleans, or lists of these
     * @throws org.dicomanonymizer.rule.ConfigurationException if there is no such action, or a parameter is wrong
     */
    public static Rule of(Selector selector, String action, Map<String, ?> parameters, String origin) {
        return of(selector, action, parameters, origin, new TableFiles());
    }

    /** The same with tables that other rules may share. */
    static Rule of(Selector selector, String action, Map<String, ?> parameters, String origin, TableReader tables) {
        ElementAction made = Actions.create(action, parameters, tables);
        return new Rule(
                selector, made, Actions.named(action).name(), new LinkedHashMap<>(parameters), null, null, origin);
    }

    /** This rule where a condition holds; null for everywhere. */
    public Rule onlyWhen(Condition condition) {
        return new Rule(selector, action, name, parameters, condition, comment, origin);
    }

    /** This rule with the reason why it is there. */
    public Rule commented(String reason) {
        return new Rule(selector, action, name, parameters, when, reason, origin);
    }

    /** Whether the rule adds what is absent, and does nothing to what is there. */
    public boolean onlyAdds() {
        return action instanceof Add add && !add.overwrites();
    }

    /**
     * What the action was told, as {@code prefix=STUDY7-, length=12}, files without their folders; empty if nothing, or if it was
     * made by code.
     */
    public String settings() {
        if (parameters == null) return "";
        List<String> files = Actions.named(name).parameters().stream()
                .filter(Parameter::file)
                .map(Parameter::name)
                .toList();
        return parameters.entrySet().stream()
                .map(setting -> setting.getKey() + "="
                        + (files.contains(setting.getKey())
                                ? Path.of(setting.getValue().toString()).getFileName()
                                : setting.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Whether another rule selects the same under the same condition, so that only one of the two can act. */
    boolean isAboutTheSame(Rule other) {
        return selector.equals(other.selector) && Objects.equals(when, other.when);
    }

    /**
     * The rules in the order in which they are asked: the more specific selector first, then the one with a condition, then
     * the later one.
     */
    public static List<Rule> byPrecedence(List<Rule> rules) {
        List<Rule> ordered = new ArrayList<>(rules);
        Collections.reverse(ordered);
        ordered.sort(Comparator.comparingInt((Rule rule) -> -rule.selector().specificity())
                .thenComparing(rule -> rule.when() == null));
        return ordered;
    }

    /**
     * The rules that may decide what is done to an attribute at the root of objects, in the order in which they are asked: none
     * or more with a condition, then at most one without.
     *
     * @param tag an attribute that PS3.6 knows
     */
    public static List<Rule> decidingAtRoot(List<Rule> rules, int tag) {
        List<Rule> deciding = new ArrayList<>();
        for (Rule rule : byPrecedence(rules)) {
            if (rule.onlyAdds() || !rule.selector.selectsAtRoot(tag)) continue;
            deciding.add(rule);
            if (rule.when == null) break;
        }
        return deciding;
    }

    /**
     * Why the action can't treat what the selector names; null if it can, or if that is not known beforehand, as of masks
     * for several attributes.
     */
    public String unsuitable() {
        Selector last = selector instanceof Selector.OfPath path ? path.last() : selector;
        if (last instanceof Selector.OfVr selected) return unsuitableFor(selected.vr());
        if (last instanceof Selector.OfTag selected)
            return unsuitableFor(Dictionary.standard().entry(selected.tag()), last);
        return last instanceof Selector.OfMask selected ? unsuitableFor(repeated(selected.mask()), last) : null;
    }

    /** The attribute that repeating groups have for all tags of a mask, such as (60xx,3000); null if there is none. */
    private static DictionaryEntry repeated(TagMask mask) {
        DictionaryEntry entry = Dictionary.standard().entry(mask.value());
        return entry == null
                ? null
                : Dictionary.standard()
                        .maskOf(entry.keyword())
                        .filter(mask::equals)
                        .map(any -> entry)
                        .orElse(null);
    }

    private String unsuitableFor(VR vr) {
        if (!action.supports(vr)) return "action " + name + " can't treat values of VR " + vr;
        String fault = action.dependsOnValue() ? null : action.fault(vr);
        return fault == null ? null : "action " + name + " for values of VR " + vr + ": " + fault;
    }

    private String unsuitableFor(DictionaryEntry entry, Selector last) {
        if (entry == null || entry.vrs().isEmpty()) return null;
        if (entry.vrs().stream().noneMatch(action::supports))
            return "action " + name + " can't treat " + entry.keyword() + " " + last + ", whose VR is "
                    + entry.vrs().get(0);
        String fault = action.fault(entry.vrs().get(0));
        return fault == null ? null : "action " + name + " for " + entry.keyword() + " " + last + ": " + fault;
    }

    /** As a person would say it: selector, action, condition and origin. */
    @Override
    public String toString() {
        return selector + " " + name + (when == null ? "" : " when " + when) + " [" + origin + "]";
    }
}
