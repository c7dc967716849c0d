// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dcm4che3.conf.ldap.LdapDicomConfiguration;
import org.dcm4che3.net.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The guide for administrators: its tables are those of the schema, its two examples are the same profile. */
class ConfigurationGuideTest {
    private static final Path GUIDE = Path.of("..", "..", "docs", "archive-configuration.md");

    @RegisterExtension
    final ConfigurationFolder folder = new ConfigurationFolder();

    /** With {@code -DwriteGenerated} the test writes what it would otherwise compare. */
    @Test
    void tables_are_those_of_the_schema() throws Exception {
        String written = Files.readString(GUIDE);
        String generated = written;
        for (EntryType type : EntryType.values()) {
            String begin = "<!-- generated: " + type + " -->\n";
            int from = generated.indexOf(begin) + begin.length();
            int to = generated.indexOf("<!-- end -->", from);
            generated = generated.substring(0, from) + table(type) + generated.substring(to);
        }
        if (Boolean.getBoolean("writeGenerated")) Files.writeString(GUIDE, generated);
        else assertThat(written).as("written with -DwriteGenerated=true").isEqualTo(generated);
    }

    private static String table(EntryType type) throws Exception {
        LdapSchema schema = LdapSchema.delivered();
        List<String> required = schema.objectClasses().stream()
                .filter(definition -> definition.hasNameOrOID(type.objectClass()))
                .flatMap(definition -> List.of(definition.getRequiredAttributes()).stream())
                .toList();
        StringBuilder rows = new StringBuilder();
        rows.append(row(schema, type.naming(), "word, required", type == EntryType.PROFILE ? "name" : ""));
        for (Field field : type.fields())
            rows.append(row(
                    schema,
                    field.attribute(),
                    values(field.kind()) + (required.contains(field.attribute()) ? ", required" : ""),
                    field.path()));
        return rows.toString();
    }

    private static String row(LdapSchema schema, String attribute, String values, String path) throws Exception {
        String meaning = schema.attributeTypes().stream()
                .filter(type -> type.hasNameOrOID(attribute))
                .map(AttributeTypeDefinition::getDescription)
                .findFirst()
                .orElseThrow();
        String key = path.isEmpty() ? "" : "`" + path + "`";
        return "| `" + attribute + "` | " + values + " | " + key + " | " + meaning.replace("|", "\\|") + " |\n";
    }

    private static String values(Field.Kind kind) {
        return switch (kind) {
            case TEXT -> "text";
            case TEXTS -> "texts";
            case WORD -> "word";
            case WORDS -> "words";
            case INTEGER -> "whole number";
            case BOOLEAN -> "`TRUE`, `FALSE`";
        };
    }

    @Test
    void both_examples_are_the_same_usable_profile() throws Exception {
        Files.copy(folder.path().resolve("project.key"), folder.path().resolve("study7.key"));
        Device written = new DeviceJson(new Device(Directory.DEVICE_NAME)).read(block("json"));
        try (Directory directory = new InMemoryDirectory(true)) {
            directory.reset();
            directory.add(Directory.ldif(block("ldif").replace("dc=dcm4che,dc=org", Directory.BASE)));
            LdapDicomConfiguration ldap = directory.configuration();
            Device loaded = ldap.findDevice(Directory.DEVICE_NAME);
            ldap.close();
            assertThat(AnonymizerDeviceExtension.configurationOf(loaded))
                    .hasSize(1)
                    .isEqualTo(AnonymizerDeviceExtension.configurationOf(written));
            assertThat(new ConfiguredProfiles(loaded).current().named("study7").warnings())
                    .isEmpty();
        }
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    /** Descriptions that list words, where the format of profiles has a few. */
    @Test
    void words_of_the_schema_are_those_of_the_format() throws Exception {
        ProfileFormat format = new ProfileFormat();
        LdapSchema schema = LdapSchema.delivered();
        for (EntryType type : EntryType.values())
            for (Field field : type.fields()) {
                if (field.kind() != Field.Kind.WORD || field.path().isEmpty()) continue;
                JsonNode meaning = format.of(type, field);
                String description = schema.attributeTypes().stream()
                        .filter(definition -> definition.hasNameOrOID(field.attribute()))
                        .map(AttributeTypeDefinition::getDescription)
                        .findFirst()
                        .orElseThrow();
                if (!description.contains(": ") || meaning.path("enum").size() > 4) continue;
                meaning.path("enum").forEach(word -> assertThat(description).contains(word.textValue()));
                assertThat(description).contains(meaning.path("const").asText());
            }
    }
}
