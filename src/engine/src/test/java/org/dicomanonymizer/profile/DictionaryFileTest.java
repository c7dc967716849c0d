// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryFileTest {
    private static List<Rule> read(byte[] json) {
        try {
            return DictionaryFile.read(new ByteArrayInputStream(json), "rules.json");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Rule> read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(String json) {
        return catchThrowableOfType(ConfigurationException.class, () -> read(json))
                .problems();
    }

    @Test
    void reads_the_forms_of_the_python_tool() {
        List<Rule> rules = read("""
                { "(0x0010, 0x0020)": "keep",
                  "(0x0008, 0x0020)": { "action": "regexp", "find": "0701$", "replace": "0000" },
                  "(0x5000, 0x0000, 0xFF00, 0x0000)": "delete",
                  "(16, 16)": { "action": "replace_with_value", "value": "X" },
                  "PatientAge": { "action": "keep" } }
                """);

        assertThat(rules)
                .extracting(Rule::toString)
                .containsExactly(
                        "(0010,0020) keep [rules.json line 1, key \"(0x0010, 0x0020)\"]",
                        "(0008,0020) regexp [rules.json line 2, key \"(0x0008, 0x0020)\"]",
                        "(0x5000,0x0000,0xFF00,0x0000) delete [rules.json line 3, key \"(0x5000, 0x0000, 0xFF00, 0x0000)\"]",
                        "(0010,0010) replace_with_value [rules.json line 4, key \"(16, 16)\"]",
                        "(0010,1010) keep [rules.json line 5, key \"PatientAge\"]");
    }

    @Test
    void the_rules_do_what_they_say() {
        DataSet set = DataSetText.parse("""
                ImageType CS A\\B
                StudyDate DA 20080701
                PatientID LO 4711
                PatientSize DS 1.8
                """);
        Anonymizer.Builder builder = Anonymizer.builder().profile(Profile.keepAll());
        read("""
                { "StudyDate": { "action": "regexp", "find": "0701$", "replace": "0000" },
                  "PatientID": { "action": "replace_with_value", "value": 12 },
                  "PatientSize": { "action": "replace_with_value", "value": 1.50 },
                  "ImageType": { "action": "replace_with_value", "value": ["C", "D", "E"] } }
                """).forEach(builder::rule);

        builder.build().anonymize(set);

        assertThat(DataSetText.print(set)).isEqualTo("""
                ImageType CS C\\D\\E
                StudyDate DA 20080000
                PatientID LO 12
                PatientSize DS 1.50
                """);
    }

    @Test
    void an_empty_dictionary_has_no_rules_and_a_mark_of_utf_8_is_no_fault() {
        assertThat(read("{}")).isEmpty();
        assertThat(read("\uFEFF{\"PatientID\": \"keep\"}")).hasSize(1);
    }

    @Test
    void all_faults_are_told_at_once_each_with_its_line_and_key() {
        assertThat(problems("""
                { "(0x0010,0x0020)": "keep",
                  "PatientName": "frob",
                  "Foo": "keep",
                  "StudyTime": 5
                }
                """))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .startsWith(
                                        "rules.json:2:18: P121 \"PatientName.action\": Action frob is not recognized; the actions: keep,"),
                        problem -> assertThat(problem)
                                .startsWith(
                                        "rules.json:3:3: P120 \"Foo\": tag \"Foo\": no attribute of the DICOM dictionary"),
                        problem -> assertThat(problem)
                                .startsWith("rules.json:4:16: P104 \"StudyTime\": is a number; write"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'PatientID': 'keep', '(16,32)': 'keep'} | keep of (0010,0020) never acts, since keep by rules.json line 1, key '(16,32)' comes later",
                "{'PatientID': 'keep', 'PatientID': 'keep'} | the key stands in line 1 already",
                "{'PatientID': 'regexp'} | action regexp needs 'find'",
                "{'PatientID': 'replace_with_value'} | action replace_with_value needs 'value'",
                "{'PatientID': {'action': 'regexp', 'find': 'a'}} | action regexp needs 'replace'",
                "{'PatientID': {'action': 'regexp', 'find': '(', 'replace': ''}} | 'find' is no regular expression",
                "{'PatientID': {'action': 'regexp', 'find': 'a', 'replace': '\\\\1'}} | 'replace' names a group",
                "{'PatientID': {'action': 'regexp', 'find': 'a', 'replace': 'b', 'x': 1}} | unknown key; known here: action, find, replace",
                "{'PatientID': {'action': 'keep', 'action': 'keep'}} | the key stands in line 1 already",
                "{'PatientID': {'find': 'a'}} | 'action' is missing",
                "{'PatientID': {'action': 5}} | is a number, has to be text",
                "{'PatientID': null} | is null; write",
                "{'PatientID': ['keep']} | is a list [...]; write",
                "{'PatientID': {'action': 'replace_with_value', 'value': {'a': 1}}} | is an object {...}, has to be text",
                "{'PatientID': {'action': 'replace_with_value', 'value': [['a']]}} | has to be text",
                "{'PatientID': {'action': 'replace_with_value', 'value': null}} | has to be text",
                "{'(7053,1000)': 'keep'} | may be meant decimal or hexadecimal",
                "{'(1,2,3)': 'keep'} | has 3 numbers",
                "['PatientID'] | has to be an object",
                "'keep' | has to be an object",
                "{} {} | text behind the end of the JSON",
                "{'PatientID': 'keep',} | P101 Unexpected character",
                "{'PatientID': 'keep' | P101 Unexpected end-of-input",
                "{'PatientID': keep} | P101 Unrecognized token",
            })
    void each_trap_is_an_error_of_one_line(String json, String message) {
        assertThat(problems(json.replace('\'', '"')))
                .singleElement()
                .asString()
                .startsWith("rules.json")
                .contains(message.replace('\'', '"'))
                .doesNotContain("\n", "Source");
    }

    @Test
    void an_empty_file_is_no_dictionary() {
        assertThat(problems("")).singleElement().asString().contains("P101 the text is empty");
    }

    @Test
    void of_two_rules_for_the_same_the_one_that_loses_is_warned_of() {
        Anonymizer anonymizer = Anonymizer.builder()
                .rule("PatientID", "keep")
                .rule("StudyDate", "keep")
                .rule("(0010,0020)", "delete")
                .build();

        assertThat(anonymizer.warnings())
                .containsExactly("rule 1: keep of (0010,0020) never acts, since delete by rule 3 comes later");
    }
}
