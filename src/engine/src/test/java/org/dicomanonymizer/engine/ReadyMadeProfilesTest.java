// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ready-made profiles do to objects. */
class ReadyMadeProfilesTest {
    private static final String BEFORE = """
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
            SOPInstanceUID UI 1.2.3
            StudyDate DA 20200229
            AcquisitionDate DA 20200229
            Modality CS CT
            InstitutionName LO General
            StationName SH CT2
            StudyDescription LO Chest
            (0009,0010) LO ACME
            (0009,1001) LO secret
            PatientName PN Doe^Jane
            PatientID LO 4711
            PatientAge AS 055Y
            """;

    private static String treat(String profile) {
        DataSet set = DataSetText.parse(BEFORE);
        Anonymizer.builder().profile(Profiles.named(profile)).build().anonymize(set);
        for (int mark : new int[] {
            Tags.PATIENT_IDENTITY_REMOVED,
            Tags.DEIDENTIFICATION_METHOD,
            Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
            Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED
        }) set.remove(mark);
        return DataSetText.print(set).replaceAll("2\\.25\\.\\d+", "UID").replaceAll("\\b[B-Z]{12,16}\\b", "PSEUDONYM");
    }

    static List<String> names() {
        return Profiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_one_can_be_used_and_warns_of_nothing(String name) {
        assertThat(CompiledProfile.of(Profiles.named(name)).warnings()).isEmpty();
    }

    @Test
    void research_keeps_what_research_needs() {
        assertThat(treat("research"))
                .containsPattern("StudyDate DA (?:201[89]|202001)\\d+")
                .contains("StationName SH CT2", "StudyDescription LO Chest", "PatientAge AS 055Y")
                .doesNotContain("Doe", "4711", "General", "secret", "20200229");
    }

    @Test
    void teaching_keeps_the_case_and_no_date() {
        assertThat(treat("teaching"))
                .contains("StudyDate DA\n", "StudyDescription LO Chest", "PatientAge AS 055Y")
                .containsPattern("PatientID LO TEACHING-PSEUDONYM")
                .doesNotContain("Doe", "4711", "General", "CT2", "secret", "2020");
    }

    @Test
    void basic_removes_what_an_object_can_do_without() {
        assertThat(treat("basic")).isEqualTo("""
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
                SOPInstanceUID UI UID
                StudyDate DA
                Modality CS CT
                PatientName PN PSEUDONYM
                PatientID LO PSEUDONYM
                """);
    }

    @Test
    void seed_compatible_decides_as_the_python_tool() {
        assertThat(treat("seed-compatible")).isEqualTo("""
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
                SOPInstanceUID UI UID
                StudyDate DA 19000101
                AcquisitionDate DA 19000101
                Modality CS CT
                InstitutionName LO ANONYMIZED
                StationName SH ANONYMIZED
                PatientName PN
                PatientID LO
                """);
    }

    @Test
    void keep_all_changes_nothing() {
        assertThat(treat("keep-all")).isEqualTo(BEFORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"options\": [\"CleanPixelData\"]}", "{\"options\": [\"CleanRecognizableVisualFeatures\"]}"})
    void an_option_that_is_not_carried_out_is_refused(String json) {
        assertThatThrownBy(() -> CompiledProfile.of(profile(json)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("profile site: option Clean")
                .hasMessageEndingWith("is not carried out by this version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"pixels\": {\"regions\": [{\"rectangles\": [\"0,0,800,60\"]}]}}",
                "{\"pixels\": {\"onBurnedIn\": \"refuse\"}}"
            })
    void what_is_asked_of_pixels_is_refused_and_never_ignored(String json) {
        assertThatThrownBy(() -> CompiledProfile.of(profile(json)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("profile site: \"pixels\": this version does not clean or judge pixels");
    }

    private static Profile profile(String json) {
        return ProfileReader.read(json, "site.json", Path.of("")).orThrow();
    }
}
