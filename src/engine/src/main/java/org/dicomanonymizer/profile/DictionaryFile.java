// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.SelectorParser;

/**
 * Rules in the JSON form of the Python tool's dictionary files: an object whose keys are tags, in the forms of {@link
 * SelectorParser#parsePython}, and whose values are an action's name or an object that holds {@code "action"} and the
 * action's parameters.
 *
 * <pre>{@code
 * { "(0x0010,0x0020)": "keep",
 *   "StudyDate": { "action": "regexp", "find": "0701$", "replace": "0000" } }
 * }</pre>
 */
public final class DictionaryFile {
    private static final String FORM = "write \"TAG\": \"ACTION\" or \"TAG\": {\"action\": \"ACTION\", ...}";

    private final String name;
    private final JsonParser json;
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<Selector, String> keys = new HashMap<>();

    private DictionaryFile(String name, JsonParser json) {
        this.name = name;
        this.json = json;
    }

    /**
     * Reads the rules of a file, in their order.
     *
     * @throws ConfigurationException if anything in it is wrong; each fault is told with file, line and key
     * @throws IOException if the file can't be read
     */
    public static List<Rule> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.getFileName().toString());
        }
    }

    /** The same from a stream, which is not closed; {@code name} stands for the file in messages. */
    public static List<Rule> read(InputStream in, String name) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .build();
        try (JsonParser json = factory.createParser(in)) {
            return new DictionaryFile(name, json).read();
        }
    }

    private List<Rule> read() throws IOException {
        try {
            if (json.nextToken() != JsonToken.START_OBJECT)
                throw new ConfigurationException(name + ": a dictionary is one JSON object {...}; " + FORM);
            while (json.nextToken() == JsonToken.FIELD_NAME) readRule(json.currentName());
            if (json.nextToken() != null) problem(line(), "text after the closing brace");
        } catch (JsonProcessingException e) {
            problem(e.getLocation().getLineNr(), "no JSON: " + reason(e));
        }
        if (!problems.isEmpty()) throw new ConfigurationException(problems);
        return List.copyOf(rules);
    }

    private void readRule(String key) throws IOException {
        int line = line();
        String place = name + " line " + line + ", key \"" + key + "\"";
        Selector selector = null;
        try {
            selector = SelectorParser.parsePython(key);
            String earlier = keys.putIfAbsent(selector, key);
            if (earlier != null) problems.add(place + ": names the same tag as key \"" + earlier + "\"; leave one");
        } catch (ConfigurationException e) {
            problems.addAll(e.at(name + " line " + line).problems());
        }
        json.nextToken();
        try {
            Map<String, Object> parameters = readParameters();
            if (!(parameters.remove("action") instanceof String action))
                throw new ConfigurationException("no action is named; " + FORM);
            ElementAction made = Actions.create(action, parameters);
            if (selector != null)
                rules.add(new Rule(selector, made, Actions.named(action).name(), place));
        } catch (ConfigurationException e) {
            problems.addAll(e.at(place).problems());
        }
    }

    /** The value of a key, always read to its end: what comes behind it is checked too. */
    private Map<String, Object> readParameters() throws IOException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            parameters.put("action", json.getText());
            return parameters;
        }
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            throw new ConfigurationException("neither text nor an object; " + FORM);
        }
        List<String> faults = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String parameter = json.currentName();
            json.nextToken();
            if (parameters.containsKey(parameter)) faults.add("\"" + parameter + "\" stands twice");
            parameters.put(parameter, readValue());
        }
        if (!faults.isEmpty()) throw new ConfigurationException(faults);
        return parameters;
    }

    /** A value as {@link org.dicomanonymizer.action.Parameters} wants it; a number as it is written. */
    private Object readValue() throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) values.add(readValue());
            return values;
        }
        if (token == JsonToken.START_OBJECT) {
            json.skipChildren();
            return Map.of();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) return token == JsonToken.VALUE_TRUE;
        return token == JsonToken.VALUE_NULL ? Map.of() : json.getText();
    }

    /** What the parser says, without its remark in brackets on where it reads from. */
    private static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage().lines().findFirst().orElse("");
        return message.replaceFirst(" \\(start marker.*", "") + " (column "
                + e.getLocation().getColumnNr() + ")";
    }

    private int line() {
        return json.currentTokenLocation().getLineNr();
    }

    private void problem(int line, String text) {
        problems.add(name + " line " + line + ": " + text);
    }
}
