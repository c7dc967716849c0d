// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.rule.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's JSON into entries, and back. */
class ProfileImportTest {
    @RegisterExtension
    final ConfigurationFolder folder = new ConfigurationFolder();

    /** Whoever adds a key to profiles has to give it an attribute. */
    @Test
    void each_key_of_a_profile_has_an_attribute_and_each_attribute_a_key() throws Exception {
        ProfileFormat format = new ProfileFormat();
        for (EntryType type : EntryType.values()) {
            List<String> paths = new ArrayList<>(format.paths(type));
            // For editors only, the entry's name, and what are entries of their own.
            paths.removeAll(List.of("$schema", "name", "pixels.regions"));
            // Defined with the actions.
            if (type == EntryType.RULE) paths.add("action");
            assertThat(type.fields().stream().map(Field::path).filter(path -> !path.isEmpty()))
                    .containsExactlyInAnyOrderElementsOf(paths);
        }
    }

    @Test
    void the_profile_that_uses_everything_has_each_attribute() throws Exception {
        Entry profile = folder.read(ConfigurationFolder.everything());
        Entry keyElsewhere = folder.read("""
                {"name": "x", "rules": "old.json", "identity": {"key": {"environment": "KEY"}}}""");
        for (Field field : EntryType.PROFILE.fields())
            assertThat(Stream.of(profile, keyElsewhere))
                    .as(field.attribute())
                    .anyMatch(entry -> !entry.all(field.attribute()).isEmpty());
        for (EntryType kind : List.of(EntryType.RULE, EntryType.REGION))
            for (Field field : kind.fields())
                assertThat(profile.children(kind))
                        .as(field.attribute())
                        .anyMatch(entry -> !entry.all(field.attribute()).isEmpty());
        assertThat(profile.children(EntryType.RULE)).hasSize(17);
    }

    static Stream<String> texts() throws Exception {
        return Stream.concat(
                Profiles.names().stream().map(Profiles::json), Stream.of(ConfigurationFolder.everything()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void what_is_written_says_the_same_in_the_same_words(String json) throws Exception {
        Entry profile = folder.read(json);
        String written = ProfileJson.write(profile);
        assertThat(ProfileTexts.meaning(written, folder.path())).isEqualTo(ProfileTexts.meaning(json, folder.path()));
        JsonNode original = ProfileJson.MAPPER.readTree(json);
        ((ObjectNode) original).remove("$schema");
        assertThat(ProfileJson.MAPPER.readTree(written)).isEqualTo(original);
        assertThat(ProfileJson.write(folder.read(written))).isEqualTo(written);
    }

    /** An empty list or section takes back what the base says; LDAP has neither. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "research | 'options': [] | danOption=[none]",
                "research | 'dates': {} | danDateTimes=[keep]",
                "research | 'verify': false | danVerify=[FALSE]",
                "teaching | 'identity': {} | danPseudonymLength=[16]",
                "keep-all | 'private': {} | danPrivateKeep=[FALSE]",
                "research | 'text': {'words': []} | danTextUnknown=[keep_word_like]",
            })
    void what_is_empty_stays_empty(String base, String setting, String stored) throws Exception {
        String json = "{\"name\": \"x\", \"extends\": \"%s\", %s}".formatted(base, setting.replace('\'', '"'));
        Entry profile = folder.read(json);
        assertThat(profile.values()).hasToString("{danExtends=[" + base + "], " + stored + "}");
        assertThat(ProfileTexts.meaning(ProfileJson.write(profile), folder.path()))
                .isEqualTo(ProfileTexts.meaning(json, folder.path()));
    }

    @Test
    void dictionaries_of_the_python_tool_become_rules_and_files_with_them_stay_files() {
        Entry inside = folder.read("""
                {"name": "x", "rules": {"(0x0010,0x0020)": "keep",
                  "StudyDate": {"action": "regexp", "find": "0701$", "replace": "0000"}}}""");
        assertThat(inside.children(EntryType.RULE))
                .extracting(Entry::name, rule -> rule.first("danAction"), rule -> rule.all("danActionParam"))
                .containsExactly(
                        tuple("PatientID", "keep", List.of()),
                        tuple("StudyDate", "regexp", List.of("find=0701$", "replace=0000")));
        Entry file = folder.read("{\"name\": \"x\", \"rules\": \"old.json\"}");
        assertThat(file.first("danRuleFile")).isEqualTo("old.json");
        assertThat(file.children()).isEmpty();
    }

    @Test
    void parameters_of_any_action_keep_their_kind_and_their_order() {
        Entry profile = folder.read("""
                {"name": "x", "rules": [
                  {"tag": "PatientID", "action": "pseudonym", "prefix": "a=b:=c", "length": 12},
                  {"tag": "PatientSize", "action": "replace_with_value", "value": [1.50, "2", 1.50]}]}""");
        assertThat(profile.children(EntryType.RULE))
                .extracting(rule -> rule.all("danActionParam"))
                .containsExactly(List.of("prefix=a=b:=c", "length:=12"), List.of("value:=[1.50,\"2\",1.50]"));
        assertThat(ProfileJson.write(profile)).contains("\"a=b:=c\"", "\"length\": 12", "1.50");
    }

    @Test
    void rules_are_called_by_what_they_are_about() throws Exception {
        assertThat(folder.read(ConfigurationFolder.everything()).children(EntryType.RULE))
                .extracting(Entry::name)
                .startsWith("PatientID", "0018-1030", "0019-SIEMENS-MR-HEADER-0C")
                .contains("StudyDescription", "StudyDescription-2", "VR-LT")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_profile_that_comes_again_keeps_names_and_places_of_its_rules() {
        Entry before = folder.read(rules("PatientID keep", "StudyID keep", "StationName keep"));
        Entry renamed = new Entry(
                EntryType.PROFILE,
                before.name(),
                before.values(),
                before.children().stream()
                        .map(rule -> new Entry(rule.type(), "my-" + rule.name(), rule.values(), List.of()))
                        .toList());
        assertThat(again(renamed, "PatientID keep", "StudyID keep", "StationName keep"))
                .containsExactly("10 my-PatientID", "20 my-StudyID", "30 my-StationName");
        assertThat(again(renamed, "PatientID keep", "Modality keep", "StudyID empty", "StationName keep"))
                .containsExactly("10 my-PatientID", "15 Modality", "20 my-StudyID", "30 my-StationName");
        assertThat(again(renamed, "StationName keep", "PatientID keep"))
                .containsExactly("30 my-StationName", "40 my-PatientID");
        assertThat(again(renamed, "Modality keep", "SeriesDate empty", "PatientID keep"))
                .containsExactly("5 Modality", "7 SeriesDate", "10 my-PatientID");
    }

    private List<String> again(Entry before, String... rules) {
        return ProfileImport.read(rules(rules), null, before, folder.path()).children(EntryType.RULE).stream()
                .map(rule -> rule.order() + " " + rule.name())
                .toList();
    }

    private static String rules(String... rules) {
        return Stream.of(rules)
                .map(rule -> "{\"tag\": \"" + rule.replace(" ", "\", \"action\": \"") + "\"}")
                .collect(Collectors.joining(",", "{\"name\": \"x\", \"rules\": [", "]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a,b", "a/b", "", "ä"})
    void names_that_no_uri_takes_are_refused(String name) {
        assertThatThrownBy(() -> ProfileImport.read("{\"name\": \"x\"}", name, null, folder.path()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("no usable name");
    }

    @Test
    void what_is_wrong_is_told_at_once_and_with_its_place() {
        assertThatThrownBy(() -> ProfileImport.read(
                        "{\"options\": [\"CleanAll\"], \"verifi\": true}", "study", null, folder.path()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("study:1:14: P111")
                .hasMessageContaining("P103 \"verifi\"");
        assertThatThrownBy(() -> folder.read("{\"rules\": []}")).hasMessageContaining("has no name");
        assertThatThrownBy(() -> folder.read("{\"name\": \"x\", \"text\": {\"words\": [\"a  b\", \"a b\"]}}"))
                .hasMessageContaining("profile x, danTextWord: \"a b\" stands there twice");
        assertThatThrownBy(() -> folder.read("{\"name\": \"x\", \"identity\": {\"key\": {\"environment\": \"Ä\"}}}"))
                .hasMessageContaining("profile x, danKeyEnvironment: \"Ä\" has other characters than those of ASCII");
        assertThatThrownBy(() -> folder.read("{\"name\": \"x\", \"pixels\": {\"regions\": [{\"rectangles\": []}]}}"))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_text() throws Exception {
        Files.writeString(folder.path().resolve("marked.json"), "\uFEFF{\"name\": \"x\", \"verify\": true}");
        assertThat(folder.read(Files.readString(folder.path().resolve("marked.json")))
                        .values())
                .containsEntry("danVerify", List.of("TRUE"));
    }
}
