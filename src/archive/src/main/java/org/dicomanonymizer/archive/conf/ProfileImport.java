// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.ProfileWriter;
import org.dicomanonymizer.rule.ConfigurationException;

/** Takes profiles in the engine's JSON into the configuration. What it returns can be stored, and means the same. */
public final class ProfileImport {
    /** What an empty section becomes, which resets that of a base: LDAP has no empty sections. */
    private static final Map<String, Map.Entry<String, String>> EMPTY_SECTIONS = Map.of(
            "dates", Map.entry("danDateTimes", "keep"),
            "identity", Map.entry("danPseudonymLength", "16"),
            "text", Map.entry("danTextUnknown", "keep_word_like"),
            "private", Map.entry("danPrivateKeep", Field.of(false)));

    private final ObjectNode json;
    private final Path folder;

    private ProfileImport(ObjectNode json, Path folder) {
        this.json = json;
        this.folder = folder;
    }

    /**
     * Makes an entry of a profile.
     *
     * @param text     the profile in the engine's JSON
     * @param name     its name in the configuration, or null for the one in the text
     * @param previous the entry of this profile that is there already, whose rules keep their names and places where they can;
     *                 or null
     * @param folder   where relative file names in the profile start from
     * @throws ConfigurationException if the text is no usable profile, or one that the directory can't hold; all reasons are
     *                                told
     */
    public static Entry read(String text, String name, Entry previous, Path folder) {
        Profile profile = ProfileReader.read(text, name == null ? "profile" : name, folder)
                .orThrow();
        ObjectNode json = tree(text);
        String given = name == null ? json.path("name").asText(null) : name;
        if (given == null)
            throw new ConfigurationException("the profile has no name by which coercions could refer to it");
        Entry entry = new ProfileImport(json, folder).profile(given, previous);
        List<String> faults = EntryCheck.faults(entry);
        if (!faults.isEmpty()) throw new ConfigurationException(faults);
        Profile stored =
                ProfileReader.read(ProfileJson.write(entry), given, folder).orThrow();
        if (!ProfileWriter.write(profile.as(given).build())
                .equals(ProfileWriter.write(stored.as(given).build())))
            throw new ConfigurationException(EntryCheck.place(entry)
                    + " can't be stored: as an entry of the directory it would mean something else");
        return entry;
    }

    private static ObjectNode tree(String text) {
        try {
            return (ObjectNode) ProfileJson.MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JsonProcessingException e) {
            throw new ConfigurationException("no JSON: " + e.getOriginalMessage());
        }
    }

    private Entry profile(String name, Entry previous) {
        Map<String, List<String>> values = values(EntryType.PROFILE, json);
        if (json.path("options").isArray() && json.path("options").isEmpty())
            values.put(EntryType.OPTION, List.of(ProfileJson.NO_OPTION));
        EMPTY_SECTIONS.forEach((section, standsFor) -> {
            if (json.has(section) && values(EntryType.PROFILE, only(section)).isEmpty())
                values.put(standsFor.getKey(), List.of(standsFor.getValue()));
        });
        List<Entry> children = new ArrayList<>();
        children.addAll(children(EntryType.RULE, ruleList(), previous));
        children.addAll(children(EntryType.REGION, json.path(ProfileJson.PIXELS).path(ProfileJson.REGIONS), previous));
        return new Entry(EntryType.PROFILE, name, values, children);
    }

    private ObjectNode only(String section) {
        ObjectNode alone = ProfileJson.MAPPER.createObjectNode();
        alone.set(section, json.get(section));
        return alone;
    }

    private static List<Entry> children(EntryType kind, JsonNode list, Entry previous) {
        List<Map<String, List<String>>> values = new ArrayList<>();
        for (JsonNode node : list) {
            Map<String, List<String>> own = values(kind, (ObjectNode) node);
            if (kind == EntryType.RULE) own.put(EntryType.PARAMETER, parameters((ObjectNode) node));
            values.add(own);
        }
        return Placement.of(kind, values, previous == null ? List.of() : previous.children(kind));
    }

    /** The rules as a list, whatever form they have; an empty one if they stand in a file. */
    private JsonNode ruleList() {
        JsonNode rules = json.path(ProfileJson.RULES);
        if (!rules.isObject()) return rules;
        ObjectNode alone = ProfileJson.MAPPER.createObjectNode().put("name", "rules");
        alone.set(ProfileJson.RULES, rules);
        Profile read =
                ProfileReader.read(ProfileJson.text(alone), "rules", folder).orThrow();
        return tree(ProfileWriter.write(read)).path(ProfileJson.RULES);
    }

    private static List<String> parameters(ObjectNode rule) {
        Set<String> own = new LinkedHashSet<>();
        for (Field field : EntryType.RULE.fields()) own.add(field.path());
        List<String> parameters = new ArrayList<>();
        rule.properties().forEach(member -> {
            if (!own.contains(member.getKey()))
                parameters.add(ActionParameters.write(member.getKey(), member.getValue()));
        });
        return parameters;
    }

    private static Map<String, List<String>> values(EntryType type, ObjectNode node) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            if (field.path().isEmpty()) continue;
            JsonNode value = node;
            for (String key : field.keys()) value = value.path(key);
            values.put(field.attribute(), texts(field, value));
        }
        values.values().removeIf(List::isEmpty);
        return values;
    }

    private static List<String> texts(Field field, JsonNode value) {
        Set<String> texts = new LinkedHashSet<>();
        if (value.isArray() && field.kind().isList()) value.forEach(element -> texts.add(element.asText()));
        else if (value.isBoolean()) texts.add(Field.of(value.booleanValue()));
        else if (value.isNumber()) texts.add(whole(value.decimalValue()));
        else if (value.isTextual() && !value.textValue().isEmpty()) texts.add(value.textValue());
        return List.copyOf(texts);
    }

    private static String whole(BigDecimal number) {
        return number.toBigIntegerExact().toString();
    }
}
