// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes profiles of the configuration as JSON in the engine's format, see docs/profiles.md. */
public final class ProfileJson {
    /** What {@link EntryType#OPTION} says where a profile takes none: LDAP has no empty lists. */
    static final String NO_OPTION = "none";

    static final String RULES = "rules";
    static final String PIXELS = "pixels";
    static final String REGIONS = "regions";

    static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = MAPPER.writer(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(LINES)
            .withObjectIndenter(LINES));

    private ProfileJson() {}

    /**
     * The text of a profile: the same text for the same content. What is no value of its attribute is left out, see
     * {@link EntryCheck}.
     */
    public static String write(Entry profile) {
        ObjectNode json = MAPPER.createObjectNode().put("name", profile.name());
        for (Field field : EntryType.PROFILE.fields()) {
            if (field.attribute().equals(EntryType.RULE_FILE)) rules(profile.children(EntryType.RULE), json);
            if (field.path().startsWith(PIXELS)) regions(profile.children(EntryType.REGION), json);
            put(field, profile, json);
        }
        return text(json);
    }

    static String text(JsonNode json) {
        try {
            return WRITER.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void rules(List<Entry> rules, ObjectNode json) {
        if (rules.isEmpty()) return;
        ArrayNode list = json.putArray(RULES);
        for (Entry rule : rules) {
            ObjectNode node = list.addObject();
            for (Field field : EntryType.RULE.fields())
                if (field.attribute().equals(EntryType.PARAMETER))
                    ActionParameters.read(rule.all(EntryType.PARAMETER))
                            .forEach(parameter -> node.set(parameter.getKey(), parameter.getValue()));
                else put(field, rule, node);
        }
    }

    private static void regions(List<Entry> regions, ObjectNode json) {
        if (regions.isEmpty()) return;
        ArrayNode list = json.putObject(PIXELS).putArray(REGIONS);
        for (Entry region : regions) {
            ObjectNode node = list.addObject();
            for (Field field : EntryType.REGION.fields()) put(field, region, node);
        }
    }

    private static void put(Field field, Entry entry, ObjectNode json) {
        List<String> values = entry.all(field.attribute());
        if (values.isEmpty() || field.path().isEmpty()) return;
        List<String> keys = field.keys();
        ObjectNode parent = json;
        for (String key : keys.subList(0, keys.size() - 1)) parent = parent.withObjectProperty(key);
        String key = keys.get(keys.size() - 1);
        String value = values.get(0);
        switch (field.kind()) {
            case TEXT, WORD -> parent.put(key, value);
            case INTEGER ->
                put(parent, key, MAPPER.valueToTree(Field.integer(value).orElse(null)));
            case BOOLEAN ->
                put(parent, key, MAPPER.valueToTree(Field.bool(value).orElse(null)));
            case TEXTS, WORDS -> {
                ArrayNode list = parent.putArray(key);
                boolean none = field.attribute().equals(EntryType.OPTION) && values.equals(List.of(NO_OPTION));
                if (!none) values.forEach(list::add);
            }
        }
    }

    private static void put(ObjectNode parent, String key, JsonNode value) {
        if (!value.isNull()) parent.set(key, value);
    }
}
