// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The forms of the archive's configuration UI: titles are written by hand, all else follows from engine and schemas. */
class UiSchemaTest {
    private static final Path FOLDER = Path.of("..", "..", "config", "ui");

    /** With {@code -DwriteGenerated} the test writes what it would otherwise compare. */
    @ParameterizedTest
    @EnumSource(EntryType.class)
    void forms_have_the_attributes_and_words_of_the_engine(EntryType type) throws Exception {
        Path file = FOLDER.resolve(type.objectClass() + ".schema.json");
        ObjectNode form = (ObjectNode) ProfileJson.MAPPER.readTree(file.toFile());
        String expected = ProfileJson.text(generated(type, form));
        if (Boolean.getBoolean("writeGenerated")) Files.writeString(file, expected);
        else assertThat(file).as("written with -DwriteGenerated=true").content().isEqualTo(expected);
    }

    @Test
    void the_form_of_the_device_leads_to_them() throws Exception {
        JsonNode property = ProfileJson.MAPPER
                .readTree(FOLDER.resolve("dcmDevice.properties.json").toFile())
                .get(EntryType.PROFILE.objectClass());
        assertThat(property.get("titleKey").textValue()).isEqualTo("{" + EntryType.PROFILE.naming() + "}");
        assertThat(FOLDER.resolve(property.at("/items/$ref").textValue())).exists();
    }

    private static ObjectNode generated(EntryType type, ObjectNode form) throws Exception {
        ObjectNode result = ProfileJson.MAPPER.createObjectNode();
        result.set("title", form.get("title"));
        LdapSchema ldap = LdapSchema.delivered();
        ObjectClassDefinition definition = ldap.objectClasses().stream()
                .filter(objectClass -> objectClass.hasNameOrOID(type.objectClass()))
                .findFirst()
                .orElseThrow();
        result.put("description", definition.getDescription());
        result.put("type", "object");
        ArrayNode required = result.putArray("required");
        Stream.of(definition.getRequiredAttributes()).forEach(required::add);
        ObjectNode properties = result.putObject("properties");
        ObjectNode name = property(form, properties, type.naming());
        name.put("description", description(ldap, type.naming())).put("type", "string");
        name.put("pattern", "^" + ProfileEntry.NAME + "$");
        ProfileFormat format = new ProfileFormat();
        for (Field field : type.fields()) {
            ObjectNode property = property(form, properties, field.attribute());
            JsonNode meaning = field.path().isEmpty() ? ProfileJson.MAPPER.missingNode() : format.of(type, field);
            property.put("description", meaning.path("description").asText(description(ldap, field.attribute())));
            describe(property, field, field.kind().isList() ? format.elements(meaning) : meaning);
        }
        for (EntryType kind : type.children()) {
            ObjectNode property = property(form, properties, kind.objectClass());
            property.put("description", "Each with its place in the order").put("type", "array");
            property.put("titleKey", "{" + kind.naming() + "}");
            property.putObject("items").put("$ref", kind.objectClass() + ".schema.json");
        }
        int order = 0;
        for (JsonNode property : properties) ((ObjectNode) property).put("order", ++order);
        return result;
    }

    /** A property with the title that it has, or a place for one. */
    private static ObjectNode property(ObjectNode form, ObjectNode properties, String name) {
        String title = form.at("/properties/" + name + "/title").asText();
        assertThat(title).as("title of " + name).isNotBlank();
        return properties.putObject(name).put("title", title);
    }

    private static String description(LdapSchema ldap, String attribute) throws Exception {
        return ldap.attributeTypes().stream()
                .filter(type -> type.hasNameOrOID(attribute))
                .map(AttributeTypeDefinition::getDescription)
                .findFirst()
                .orElseThrow();
    }

    private static void describe(ObjectNode property, Field field, JsonNode described) {
        property.put(
                "type",
                switch (field.kind()) {
                    case TEXT, WORD -> "string";
                    case TEXTS, WORDS -> "array";
                    case INTEGER -> "integer";
                    case BOOLEAN -> "boolean";
                });
        ObjectNode values = field.kind().isList() ? property.putObject("items").put("type", "string") : property;
        List<String> words = words(field, described);
        if (!words.isEmpty()) words.forEach(values.putArray("enum")::add);
        for (String limit : List.of("minimum", "maximum", "pattern"))
            if (described.has(limit)) values.set(limit, described.get(limit));
    }

    private static List<String> words(Field field, JsonNode described) {
        if (field.attribute().equals("danAction"))
            return Actions.all().stream().map(ActionFactory::name).toList();
        if (field.attribute().equals(EntryType.OPTION))
            return Stream.concat(texts(described).stream(), Stream.of(ProfileJson.NO_OPTION))
                    .toList();
        return texts(described);
    }

    private static List<String> texts(JsonNode described) {
        if (described.has("const")) return List.of(described.get("const").asText());
        List<String> words = new ArrayList<>();
        described.path("enum").forEach(word -> words.add(word.textValue()));
        return words;
    }
}
