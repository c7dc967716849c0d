// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Parameter;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON schema that editors use, against the code and the reader. */
class ProfileSchemaTest {
    private static final Path CONFIG = Path.of("..", "..", "config");
    private static final Path SCHEMA = CONFIG.resolve("profile.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** With {@code -DwriteGenerated} the test writes what it would otherwise compare. */
    @Test
    void names_are_those_of_the_code() throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(Files.readString(SCHEMA));
        ObjectNode generated = schema.deepCopy();
        ObjectNode definitions = (ObjectNode) generated.get("$defs");
        definitions.set("profile", names(Profiles.names()));
        definitions.set("edition", names(editions()));
        definitions.set(
                "option",
                names(Stream.of(ProfileOption.values()).map(ProfileOption::text).toList()));
        definitions.set("actionName", names(actionNames()));
        definitions.set("action", actions());
        if (Boolean.getBoolean("writeGenerated")) Files.writeString(SCHEMA, pretty(generated));
        else
            assertThat(pretty(schema))
                    .as("config/profile.schema.json; write it with -DwriteGenerated=true")
                    .isEqualTo(pretty(generated));
    }

    private static List<String> editions() {
        return Stream.concat(Edition.names().stream(), Stream.of("latest", ProfileReader.NO_EDITION))
                .toList();
    }

    private static List<String> actionNames() {
        return Actions.all().stream()
                .flatMap(factory -> Stream.concat(Stream.of(factory.name()), factory.aliases().stream()))
                .toList();
    }

    private static ObjectNode names(List<String> names) {
        ObjectNode node = JSON.createObjectNode();
        names.forEach(node.putArray("enum")::add);
        return node;
    }

    /** The action's name, and for each action the parameters that it has. */
    private static ObjectNode actions() {
        ObjectNode node = JSON.createObjectNode();
        node.putObject("properties").putObject("action").put("$ref", "#/$defs/actionName");
        ArrayNode all = node.putArray("allOf");
        for (ActionFactory factory : Actions.all()) {
            ObjectNode choice = all.addObject();
            ObjectNode condition = choice.putObject("if");
            ArrayNode names =
                    condition.putObject("properties").putObject("action").putArray("enum");
            names.add(factory.name());
            factory.aliases().forEach(names::add);
            condition.putArray("required").add("action");
            ObjectNode then = choice.putObject("then");
            then.put("description", factory.description());
            ObjectNode properties = then.putObject("properties");
            ArrayNode required = JSON.createArrayNode();
            for (Parameter parameter : factory.parameters()) {
                properties
                        .putObject(parameter.name())
                        .put("description", parameter.meaning())
                        .put("$ref", "#/$defs/value");
                if (parameter.required()) required.add(parameter.name());
            }
            if (!required.isEmpty()) then.set("required", required);
        }
        return node;
    }

    private static String pretty(ObjectNode node) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withArrayIndenter(lines)
                .withObjectIndenter(lines);
        return JSON.writer(printer).writeValueAsString(node) + "\n";
    }

    static List<String> names() {
        return Profiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void ready_made_profiles_follow_it(String name) throws IOException {
        assertThat(faults(Profiles.json(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void so_does_what_is_written(String name) throws IOException {
        assertThat(faults(ProfileWriter.write(Profiles.named(name)))).isEmpty();
    }

    /** Those faults that a schema can see at all: it knows neither attributes nor the language of conditions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-object",
                "unknown-keys",
                "wrong-types",
                "rules-of-wrong-type",
                "missing-keys",
                "values-not-known",
                "key-in-profile",
                "unknown-edition",
                "unknown-options",
                "two-date-options",
                "unknown-base",
                "unknown-actions",
                "wrong-parameters"
            })
    void it_refuses_what_the_reader_refuses(String name) throws IOException {
        Path file = Path.of("src/test/resources/org/dicomanonymizer/profile/broken", name + ".json");
        assertThat(faults(Files.readString(file))).isNotEmpty();
    }

    private static List<String> faults(String profile) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        return schema.validate(profile, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
