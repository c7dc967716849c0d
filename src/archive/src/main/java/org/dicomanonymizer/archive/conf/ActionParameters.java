// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameters of a rule's action as values of one attribute: {@code name=text}, or {@code name:=JSON} for what is no text, so
 * that lists keep their order. Any action of any name has them alike.
 */
final class ActionParameters {
    private static final char ASSIGNED = '=';
    private static final char AS_JSON = ':';

    private ActionParameters() {}

    /** A parameter as a value of the attribute. */
    static String write(String name, JsonNode value) {
        return value.isTextual() ? name + ASSIGNED + value.textValue() : name + AS_JSON + ASSIGNED + value;
    }

    /** The parameters of the values that can be read, in the order of their names. */
    static Stream<Map.Entry<String, JsonNode>> read(List<String> values) {
        return values.stream()
                .filter(value -> fault(value) == null)
                .map(value -> Map.entry(name(value), value(value)))
                .sorted(Map.Entry.comparingByKey());
    }

    static List<String> faults(List<String> values, String place) {
        List<String> faults = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (String value : values) {
            String fault = fault(value);
            if (fault == null && !known.add(name(value)))
                fault = "the parameter \"" + name(value) + "\" stands there twice";
            if (fault != null) faults.add(place + ", " + EntryType.PARAMETER + ": " + fault);
        }
        return faults;
    }

    private static String fault(String value) {
        if (value.indexOf(ASSIGNED) < 1 || name(value).isEmpty())
            return "\"" + value + "\" is no parameter; write name=text, or name:=JSON";
        return value(value) == null ? "what stands behind " + name(value) + ":= is no JSON" : null;
    }

    private static boolean isJson(String value) {
        return value.charAt(value.indexOf(ASSIGNED) - 1) == AS_JSON;
    }

    private static String name(String value) {
        int end = value.indexOf(ASSIGNED);
        return value.substring(0, isJson(value) ? end - 1 : end);
    }

    /** The value, or null if it is no JSON. */
    private static JsonNode value(String value) {
        String written = value.substring(value.indexOf(ASSIGNED) + 1);
        if (!isJson(value)) return TextNode.valueOf(written);
        try {
            JsonNode read = ProfileJson.MAPPER.readTree(written);
            return read.isMissingNode() ? null : read;
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
