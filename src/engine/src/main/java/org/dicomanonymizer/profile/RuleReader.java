// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Parameter;
import org.dicomanonymizer.rule.Condition;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.rule.Suggestion;

/** Reads the rules of a profile: a list of rules, or an object in the form of the Python tool's dictionary files. */
final class RuleReader {
    private static final String DICTIONARY_FORM = "write \"TAG\": \"ACTION\" or \"TAG\": {\"action\": \"ACTION\", ...}";

    private final Path folder;
    private final Problems problems;
    private final TableFiles tables = new TableFiles();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<Rule, Section> sections = new IdentityHashMap<>();
    private final Map<Rule, Json.Place> places = new IdentityHashMap<>();

    /** @param folder what relative file names start from */
    RuleReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The rules of {@code [{"tag": ..., "action": ...}, ...]}. */
    List<Rule> list(Json.Arr list) {
        int number = 0;
        for (Json value : list.values()) {
            number++;
            Problems part = problems.at("rule " + number);
            if (value instanceof Json.Obj object) rule(new Section(object, part), problems.file() + " rule " + number);
            else part.add(ProblemCode.WRONG_TYPE, value.place(), "is " + value.kind() + ", has to be an object {...}");
        }
        return checked(ProblemCode.REPEATED_RULE);
    }

    private void rule(Section section, String origin) {
        Optional<Selector> selector = section.required("tag", "which elements the rule is about")
                .flatMap(tag ->
                        section.parse("tag", tag, section.place("tag"), ProblemCode.BAD_TAG, SelectorParser::parse));
        Optional<Condition> when = section.parsed("when", ProblemCode.BAD_CONDITION, Condition::parse);
        Optional<String> comment = section.text("comment");
        action(section, section.place("tag"), selector, origin)
                .ifPresent(rule -> add(
                        rule.onlyWhen(section.has("when") ? when.orElse(null) : null)
                                .commented(comment.orElse(null)),
                        section.place("tag"),
                        section));
    }

    /** The rules of {@code {"TAG": "ACTION", "TAG": {"action": "ACTION", ...}, ...}}. */
    List<Rule> dictionary(Json.Obj dictionary) {
        dictionary.members().forEach((tag, member) -> {
            Problems part = problems.at("\"" + tag + "\"");
            Json.Obj object = asObject(member.value());
            if (object == null) {
                part.add(
                        ProblemCode.WRONG_TYPE,
                        member.value().place(),
                        "is " + member.value().kind() + "; " + DICTIONARY_FORM);
                return;
            }
            Section section = new Section(object, part);
            Optional<Selector> selector = Optional.empty();
            try {
                selector = Optional.of(SelectorParser.parsePython(tag));
            } catch (ConfigurationException e) {
                part.add(ProblemCode.BAD_TAG, member.place(), e);
            }
            String origin = problems.file() + " line " + member.place().line() + ", key \"" + tag + "\"";
            action(section, member.place(), selector, origin).ifPresent(rule -> add(rule, member.place(), section));
        });
        return checked(ProblemCode.CONTRADICTION);
    }

    private static Json.Obj asObject(Json value) {
        if (value instanceof Json.Text name)
            return new Json.Obj(name.place(), Map.of("action", new Json.Member(name.place(), name)));
        return value instanceof Json.Obj object ? object : null;
    }

    /** The rule of an action and its parameters: all keys of a section that are left. */
    private Optional<Rule> action(Section section, Json.Place tag, Optional<Selector> selector, String origin) {
        Optional<String> name = section.required("action", "what is done to the elements");
        Optional<ActionFactory> factory = name.flatMap(given -> section.parse(
                "action", given, section.place("action"), ProblemCode.UNKNOWN_ACTION, RuleReader::factory));
        if (factory.isEmpty()) return Optional.empty();
        int before = problems.found().size();
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (Parameter parameter : factory.get().parameters()) {
            Json value = section.take(parameter.name());
            if (value == null) continue;
            Optional<?> taken =
                    parameter.file() ? file(section, parameter.name()) : parameter(section, parameter.name(), value);
            taken.ifPresent(given -> parameters.put(parameter.name(), given));
        }
        boolean usable = problems.found().size() == before;
        section.finish();
        if (selector.isEmpty() || !usable) return Optional.empty();
        try {
            Rule rule = Rule.of(selector.get(), factory.get().name(), parameters, origin, tables);
            String unsuitable = rule.unsuitable();
            if (unsuitable == null) return Optional.of(rule);
            section.problems().add(ProblemCode.UNSUITABLE_ACTION, tag, unsuitable);
        } catch (ConfigurationException e) {
            section.problems().add(ProblemCode.BAD_PARAMETER, section.place("action"), e);
        }
        return Optional.empty();
    }

    private static ActionFactory factory(String name) {
        try {
            return Actions.named(name);
        } catch (ConfigurationException e) {
            throw new ConfigurationException(e.getMessage()
                    + Suggestion.among(name, Actions.all().stream().map(ActionFactory::name)));
        }
    }

    private Optional<String> file(Section section, String name) {
        return section.parsed(name, ProblemCode.BAD_VALUE, text -> ProfileReader.resolve(folder, text))
                .map(Path::toString);
    }

    private static Optional<Object> parameter(Section section, String name, Json value) {
        if (value instanceof Json.Text text) return Optional.of(text.value());
        if (value instanceof Json.Num number) return Optional.of(number.value());
        if (value instanceof Json.Bool bool) return Optional.of(bool.value());
        if (value instanceof Json.Arr list) {
            List<Object> values = new ArrayList<>();
            for (Json entry : list.values())
                if (!(entry instanceof Json.Arr))
                    parameter(section, name, entry).ifPresent(values::add);
                else section.wrongType(name, entry, "text, a number, or true or false");
            return Optional.of(values);
        }
        section.wrongType(name, value, "text, a number, true or false, or a list of these");
        return Optional.empty();
    }

    private void add(Rule rule, Json.Place tag, Section section) {
        rules.add(rule);
        sections.put(rule, section);
        places.put(rule, tag);
    }

    /**
     * The rules, after a look at what they do to each other.
     *
     * @param repeated what a rule that says the same as another one is taken for
     */
    private List<Rule> checked(ProblemCode repeated) {
        for (RuleConflicts.Conflict conflict : RuleConflicts.of(rules)) {
            ProblemCode code = switch (conflict.kind()) {
                case CONTRADICTED -> ProblemCode.CONTRADICTION;
                case REPEATED -> repeated;
                case SHADOWED -> ProblemCode.UNREACHABLE_RULE;
            };
            sections.get(conflict.loser()).problems().add(code, places.get(conflict.loser()), conflict.message());
        }
        return List.copyOf(rules);
    }
}
