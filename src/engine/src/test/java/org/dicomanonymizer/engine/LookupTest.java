// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.DictionaryFile;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values by a table of the site. */
class LookupTest {
    private static final String IDS = """
            4711,S-001
            # the second visit
            4712,S-002

            "Doe^Jane","S^001"
            "#9,a",S-009
            """;

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Profile profile(String settings, String... rules) {
        return ProfileReader.read(
                        "{\"edition\": \"none\", \"private\": {\"keep\": true}, " + settings + " \"rules\": ["
                                + String.join(", ", rules) + "]}",
                        "site.json",
                        folder)
                .orThrow();
    }

    private static String treat(Profile profile, String before) {
        DataSet set = DataSetText.parse(before);
        Anonymizer.builder()
                .profile(profile)
                .key(ProjectKey.of("a key for tests only"))
                .build()
                .anonymize(set);
        return DataSetText.print(set);
    }

    private String treat(String rule, String before) {
        return treat(profile("", rule), before);
    }

    private static String rule(String tag, String parameters) {
        return "{\"tag\": \"" + tag + "\", \"action\": \"lookup\", " + parameters + "}";
    }

    @Test
    void a_table_of_two_columns_gives_each_value_another_at_every_depth() throws IOException {
        write("ids.csv", IDS);
        assertThat(treat(rule("PatientID", "\"table\": \"ids.csv\""), """
                        PatientName PN Doe^Jane
                        PatientID LO 4711
                        SourcePatientGroupIdentificationSequence SQ
                          -
                            PatientID LO 4712
                          -
                            PatientID LO #9,a
                          -
                            PatientID LO
                        """)).isEqualTo("""
                        PatientName PN Doe^Jane
                        PatientID LO S-001
                        SourcePatientGroupIdentificationSequence SQ
                          -
                            PatientID LO S-002
                          -
                            PatientID LO S-009
                          -
                            PatientID LO
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "table.csv | PatientID,Age,StudyID%n4711,47,S-001%n | \"from\": \"patientid\", \"to\": \"STUDYID\"",
                "table.tsv | PatientID\tStudyID%n4711\tS-001%n      | \"from\": \"PatientID\", \"to\": \"StudyID\"",
                "table.TSV | 4711\tS-001%n                          | \"from\": 1, \"to\": 2",
                "table.csv | S-001;47;4711%n                        | \"from\": \"3\", \"to\": \"1\", \"delimiter\": \";\"",
                "table.txt | 4711\tS-001%n                          | \"delimiter\": \"tab\"",
                "table.csv | \uFEFF4711 ,  S-001 \r%n               | \"missing\": \"delete\"",
            })
    void columns_are_named_or_counted_and_divided_as_told(String name, String text, String parameters)
            throws IOException {
        write(name, text.formatted());
        assertThat(treat(rule("PatientID", "\"table\": \"" + name + "\", " + parameters), "PatientID LO 4711"))
                .isEqualTo("PatientID LO S-001\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"47", "47110", "4711 1", "s-001", "doe^jane"})
    void values_are_compared_exactly_but_for_blanks_around_them(String other) throws IOException {
        write("ids.csv", IDS);
        String rule = rule("PatientID", "\"table\": \"ids.csv\"");
        assertThat(treat(rule, "PatientID LO   4711  ")).isEqualTo("PatientID LO S-001\n");
        assertThatThrownBy(() -> treat(rule, "PatientID LO " + other))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "(0010,0020): ids.csv has no entry for a value; complete the table, or let the rule say what"
                                + " becomes of it by \"missing\"");
    }

    @Test
    void each_of_several_values_is_looked_up_whatever_its_kind() throws IOException {
        write("any.csv", "A,X\nB,Y\nDoe^Jane,S^001\n512,256\n1.2.3,1.2.4\n20200229,20200301\n");
        String[] rules = {
            rule("OtherPatientIDs", "\"table\": \"any.csv\""),
            rule("VR:PN", "\"table\": \"any.csv\""),
            rule("VR:US", "\"table\": \"any.csv\""),
            rule("VR:UI", "\"table\": \"any.csv\""),
            rule("VR:DA", "\"table\": \"any.csv\""),
        };
        assertThat(treat(profile("", rules), """
                        StudyDate DA 20200229
                        OtherPatientNames PN Doe^Jane\\Doe^Jane
                        OtherPatientIDs LO B\\A\\\\B
                        FrameOfReferenceUID UI 1.2.3
                        Rows US 512
                        """)).isEqualTo("""
                        StudyDate DA 20200301
                        OtherPatientIDs LO Y\\X\\\\Y
                        OtherPatientNames PN S^001\\S^001
                        FrameOfReferenceUID UI 1.2.4
                        Rows US 256
                        """);
    }

    @Test
    void tables_and_values_may_be_in_any_script() throws IOException {
        write("names.csv", "Yamada^Tarou=山田^太郎,試験^001\nMüller^Jürgen,Ärztin\n");
        String rule = rule("VR:PN", "\"table\": \"names.csv\"");
        assertThat(treat(rule, "SpecificCharacterSet CS ISO_IR 192\nPatientName PN Yamada^Tarou=山田^太郎\n"))
                .isEqualTo("SpecificCharacterSet CS ISO_IR 192\nPatientName PN 試験^001\n");
        assertThat(treat(rule, "SpecificCharacterSet CS ISO_IR 100\nPatientName PN Müller^Jürgen\n"))
                .isEqualTo("SpecificCharacterSet CS ISO_IR 100\nPatientName PN Ärztin\n");
    }

    @ParameterizedTest
    @CsvSource({
        "keep,      PatientID LO X\\4799",
        "delete,    ''",
        "empty,     PatientID LO",
        "replace,   PatientID LO ANONYMIZED",
    })
    void a_value_that_is_missing_may_fall_back_on_another_action(String missing, String after) throws IOException {
        write("ids.csv", "4711,X\n");
        assertThat(treat(
                                rule("PatientID", "\"table\": \"ids.csv\", \"missing\": \"" + missing + "\""),
                                "PatientID LO 4711\\4799")
                        .strip())
                .isEqualTo(after);
    }

    @Test
    void a_pseudonym_in_its_place_is_that_of_the_profile() throws IOException {
        write("ids.csv", IDS);
        Profile profile = profile(
                "\"identity\": {\"pseudonym\": {\"prefix\": \"S7-\", \"length\": 9}},",
                rule("PatientID", "\"table\": \"ids.csv\", \"missing\": \"pseudonym\""));
        assertThat(treat(profile, "PatientID LO 4711")).isEqualTo("PatientID LO S-001\n");
        assertThat(treat(profile, "PatientID LO 9999")).matches("PatientID LO S7-[A-Z]{9}\n");
    }

    @Test
    void a_replacement_that_is_not_legal_is_told_by_its_line() throws IOException {
        write("two.csv", "4711,S-001\n4712,much too long for sixteen characters\n");
        assertThatThrownBy(() -> treat(rule("AccessionNumber", "\"table\": \"two.csv\""), ""))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "site.json:1:67: P124 rule 1: action lookup for AccessionNumber (0008,0050): two.csv line 2:"
                                + " the value is longer than the 16 characters of VR SH");
        String byVr = rule("VR:SH", "\"table\": \"two.csv\"");
        assertThat(treat(byVr, "AccessionNumber SH 4711")).isEqualTo("AccessionNumber SH S-001\n");
        assertThatThrownBy(() -> treat(byVr, "AccessionNumber SH 4712"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("(0008,0050): the value in line 2 of two.csv is longer than the 16 characters of VR SH;"
                        + " correct the table");
        assertThatThrownBy(() -> treat(rule("VR:US", "\"table\": \"two.csv\""), "Rows US 4711"))
                .isInstanceOf(RefusedException.class)
                .hasMessage("(0028,0010): a value of two.csv does not fit VR US; correct the table");
    }

    @Test
    void a_table_is_found_from_the_folder_of_the_dictionary() throws IOException {
        write("ids.csv", IDS);
        write("dictionary.json", "{\"PatientID\": {\"action\": \"lookup\", \"table\": \"ids.csv\"}}");
        Profile profile = Profile.keepAll().with(DictionaryFile.read(folder.resolve("dictionary.json")));
        assertThat(treat(profile, "PatientID LO 4711")).isEqualTo("PatientID LO S-001\n");
    }

    @Test
    void a_statement_names_the_table_without_its_folder() throws IOException {
        write("ids.csv", IDS);
        Profile profile = ProfileReader.read(
                        "{\"rules\": [" + rule("PatientID", "\"table\": \"ids.csv\"") + "]}", "site.json", folder)
                .orThrow();
        assertThat(Anonymizer.builder().profile(profile).build().conformanceStatement())
                .contains("lookup [site.json rule 1]. Replaces each value", "Here: table=ids.csv.")
                .doesNotContain(folder.toString());
    }

    @Test
    void code_names_a_table_too() throws IOException {
        write("ids.csv", IDS);
        DataSet set = DataSetText.parse("PatientID LO 4712");
        Anonymizer.builder()
                .profile(Profile.keepAll())
                .rule("PatientID", "lookup", folder.resolve("ids.csv").toString())
                .build()
                .anonymize(set);
        assertThat(DataSetText.print(set)).isEqualTo("PatientID LO S-002\n");
    }

    @Test
    void many_rows_are_no_burden() throws IOException {
        write(
                "many.csv",
                IntStream.range(0, 200_000)
                        .mapToObj(i -> "P" + i + ",S" + i + "\n")
                        .collect(Collectors.joining()));
        assertThat(treat(rule("PatientID", "\"table\": \"many.csv\""), "PatientID LO P199999"))
                .isEqualTo("PatientID LO S199999\n");
    }

    @Test
    void no_fault_of_a_table_is_told_with_what_stands_there() throws IOException {
        StringBuilder rows = new StringBuilder("JANE,S1\nJANE,S2\nJANE\n\"JANE,S3\n,JANE\nJOHN,\n");
        for (int i = 0; i < 30; i++) rows.append("JANE,").append(i).append("\n");
        write("ids.csv", rows.toString());
        Files.write(folder.resolve("latin1.csv"), "JANE,M\u00fcller".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> profile(
                        "",
                        rule("PatientID", "\"table\": \"ids.csv\""),
                        rule("PatientName", "\"table\": \"latin1.csv\"")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ids.csv line 2: has the original of line 1, but another value for it; leave one")
                .hasMessageContaining("ids.csv line 4: has a quote that does not end in the line")
                .hasMessageContaining("more such faults")
                .hasMessageContaining("latin1.csv is no text in UTF-8")
                .hasMessageNotContaining("JANE")
                .hasMessageNotContaining("JOHN");
    }
}
