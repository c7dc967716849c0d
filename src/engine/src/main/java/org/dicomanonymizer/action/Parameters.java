// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * The parameters that a rule gives its action. Each is taken once by a typed reader; whatever is left over is a mistake of
 * the rule's author and is refused by {@link #finish}.
 */
public final class Parameters {
    private final String action;
    private final Map<String, Object> left;
    private final TableReader tables;

    /**
     * @param action the action's name, for messages
     * @param values by name: text, numbers, booleans, or lists of these
     */
    public Parameters(String action, Map<String, ?> values) {
        this(action, values, TableReader.NONE);
    }

    /**
     * @param action the action's name, for messages
     * @param values by name: text, numbers, booleans, or lists of these
     * @param tables reads the tables that values name
     */
    public Parameters(String action, Map<String, ?> values, TableReader tables) {
        this.action = action;
        this.left = new LinkedHashMap<>(values);
        this.tables = tables;
    }

    /** A text that has to be there. */
    public String text(String name) {
        String value = text(name, null);
        if (value == null) throw problem("needs \"" + name + "\"");
        return value;
    }

    /** A text, or the fallback if it is absent. */
    public String text(String name, String fallback) {
        Object value = left.remove(name);
        if (value == null) return fallback;
        if (value instanceof String || value instanceof Number || value instanceof Boolean) return value.toString();
        throw problem("\"" + name + "\" has to be text");
    }

    /** One or more texts, given singly or as a list. */
    public List<String> texts(String name) {
        Object value = left.remove(name);
        if (value == null) throw problem("needs \"" + name + "\"");
        if (!(value instanceof List<?> list)) {
            left.put(name, value);
            return List.of(text(name));
        }
        List<String> texts = new ArrayList<>();
        for (Object entry : list) {
            if (!(entry instanceof String || entry instanceof Number))
                throw problem("\"" + name + "\" has to be text or a list of texts");
            texts.add(entry.toString());
        }
        return texts;
    }

    /** One or more texts, given singly or as a list, or the fallback if there are none. */
    public List<String> texts(String name, List<String> fallback) {
        return left.containsKey(name) ? texts(name) : fallback;
    }

    /** A whole number between two bounds, both included, or the fallback if it is absent. */
    public int number(String name, int min, int max, int fallback) {
        String text = text(name, null);
        if (text == null) return fallback;
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= min && number <= max) return number;
        } catch (NumberFormatException e) {
            // told below, together with what is out of range
        }
        throw problem("\"" + name + "\" has to be a whole number from " + min + " to " + max);
    }

    /** The table that is named by parameters for its file, its two columns and their delimiter; the last three may be absent. */
    public LookupTable table(String file, String from, String to, String delimiter) {
        try {
            return tables.read(
                    new TableReader.Reference(text(file), text(from, null), text(to, null), text(delimiter, null)));
        } catch (ConfigurationException e) {
            throw e.at("action " + action);
        }
    }

    /** Refuses what no reader asked for. */
    public void finish(List<Parameter> known) {
        if (left.isEmpty()) return;
        String names = String.join(", ", known.stream().map(Parameter::name).toList());
        throw problem("does not know " + String.join(", ", left.keySet()) + "; its parameters: "
                + (names.isEmpty() ? "none" : names));
    }

    /** A fault of these parameters, to be thrown. */
    public ConfigurationException problem(String reason) {
        return new ConfigurationException("action " + action + " " + reason);
    }
}
