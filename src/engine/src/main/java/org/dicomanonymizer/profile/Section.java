// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Suggestion;

/**
 * An object of a profile that is being read. Each key is taken by a typed reader; whatever nobody asked for is a fault. A
 * value that can't be used is noted, and reads as if it were absent.
 */
final class Section {
    private final Json.Obj object;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Json.Obj object, Problems problems) {
        this.object = object;
        this.problems = problems;
    }

    Problems problems() {
        return problems;
    }

    /** The faults of one key. */
    Problems problemsOf(String key) {
        return problems.at("\"" + key + "\"");
    }

    /** Where a key's value stands, or the object if there is no such key. */
    Json.Place place(String key) {
        Json.Member member = object.members().get(key);
        return member == null ? object.place() : member.value().place();
    }

    boolean has(String key) {
        return object.members().containsKey(key);
    }

    /** The value of a key, or null. */
    Json take(String key) {
        asked.add(key);
        Json.Member member = object.members().get(key);
        return member == null ? null : member.value();
    }

    /** The value of a key if it is of a type, or null. */
    <T extends Json> T take(String key, Class<T> type, String wanted) {
        Json value = take(key);
        if (value == null || type.isInstance(value)) return type.cast(value);
        wrongType(key, value, wanted);
        return null;
    }

    void wrongType(String key, Json value, String wanted) {
        problemsOf(key).add(ProblemCode.WRONG_TYPE, value.place(), "is " + value.kind() + ", has to be " + wanted);
    }

    Optional<String> text(String key) {
        Json.Text value = take(key, Json.Text.class, "text");
        return value == null ? Optional.empty() : Optional.of(value.value());
    }

    /** A text that has to be there. */
    Optional<String> required(String key, String what) {
        if (!has(key)) {
            String meant = Suggestion.nearest(key, left().stream())
                    .map(near -> "; is \"" + near + "\" meant for it?")
                    .orElse("");
            problems.add(ProblemCode.MISSING_KEY, object.place(), "\"" + key + "\" is missing: " + what + meant);
        }
        return text(key);
    }

    /** A text that is made into something else by a parser, which throws one of two exceptions if it can't. */
    <T> Optional<T> parsed(String key, ProblemCode code, Function<String, T> parser) {
        return text(key).flatMap(text -> parse(key, text, place(key), code, parser));
    }

    /** The same for a text that was taken already. */
    <T> Optional<T> parse(String key, String text, Json.Place place, ProblemCode code, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (ConfigurationException e) {
            problemsOf(key).add(code, place, e);
        } catch (IllegalArgumentException e) {
            problemsOf(key).add(code, place, e.getMessage());
        }
        return Optional.empty();
    }

    /** One of the words that a key takes. */
    <T> Optional<T> oneOf(String key, Map<String, T> words) {
        return parsed(key, ProblemCode.BAD_VALUE, word -> {
            T value = words.get(word);
            if (value == null)
                throw new IllegalArgumentException("\"" + word + "\" has no meaning here; write "
                        + words.keySet().stream()
                                .sorted()
                                .map(known -> "\"" + known + "\"")
                                .collect(Collectors.joining(" or ")));
            return value;
        });
    }

    Optional<Boolean> bool(String key) {
        Json.Bool value = take(key, Json.Bool.class, "true or false");
        return value == null ? Optional.empty() : Optional.of(value.value());
    }

    Optional<Integer> wholeNumber(String key) {
        Json.Num value = take(key, Json.Num.class, "a whole number");
        if (value == null) return Optional.empty();
        try {
            return Optional.of(value.value().intValueExact());
        } catch (ArithmeticException e) {
            wrongType(key, value, "a whole number");
            return Optional.empty();
        }
    }

    Optional<Section> object(String key) {
        Json.Obj value = take(key, Json.Obj.class, "an object {...}");
        return value == null ? Optional.empty() : Optional.of(new Section(value, problemsOf(key)));
    }

    /** The texts of a list, each with its place. */
    List<Json.Text> texts(String key) {
        List<Json.Text> texts = new ArrayList<>();
        Json.Arr list = take(key, Json.Arr.class, "a list [...] of texts");
        if (list == null) return texts;
        for (Json value : list.values()) {
            if (value instanceof Json.Text text) texts.add(text);
            else wrongType(key, value, "a list of texts");
        }
        return texts;
    }

    /** The objects of a list. */
    List<Json.Obj> objects(String key) {
        List<Json.Obj> objects = new ArrayList<>();
        Json.Arr list = take(key, Json.Arr.class, "a list [...] of objects {...}");
        if (list == null) return objects;
        for (Json value : list.values()) {
            if (value instanceof Json.Obj object) objects.add(object);
            else wrongType(key, value, "a list of objects {...}");
        }
        return objects;
    }

    /** The keys that no reader has asked for. */
    List<String> left() {
        return object.members().keySet().stream()
                .filter(key -> !asked.contains(key))
                .toList();
    }

    /** Notes the keys that no reader has asked for. */
    void finish() {
        for (String key : left())
            problemsOf(key)
                    .add(
                            ProblemCode.UNKNOWN_KEY,
                            object.members().get(key).place(),
                            "unknown key; known here: " + String.join(", ", asked)
                                    + Suggestion.among(key, asked.stream()));
    }
}
