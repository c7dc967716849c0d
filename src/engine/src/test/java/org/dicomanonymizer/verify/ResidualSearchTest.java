// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualSearchTest {
    private static final String ORIGINAL = """
            StudyInstanceUID UI 1.2.826.0.1.4711
            PatientName PN Kowalski^Annemarie
            PatientID LO MRN-558812
            PatientBirthDate DA 19480203
            PatientTelephoneNumbers SH +49 30 5550123
            """;

    private static List<Finding> search(String result) {
        return search(ORIGINAL, result);
    }

    private static List<Finding> search(String original, String result) {
        return new ResidualSearch(Original.of(DataSetText.parse(original)), true, (set, tag) -> false)
                .in(DataSetText.parse(result));
    }

    @Test
    void a_clean_result_has_no_findings() {
        assertThat(search("""
                        Modality CS CT
                        StudyDescription LO CT abdomen, portal venous phase
                        StudyInstanceUID UI 2.25.1234567890
                        """)).isEmpty();
    }

    @Test
    void finds_identifiers_however_they_are_written_and_names_place_and_kind_only() {
        assertThat(search("""
                        StudyDescription LO Abdomen KOWALSKI, A.
                        PerformedProtocolCodeSequence SQ
                          -
                            CodeMeaning LO knee
                          -
                            CodeMeaning LO see mrn 558812
                        ImageComments LT born 3 Feb 1948, tel. 0049-30-555 0123
                        """))
                .map(Finding::toString)
                .contains(
                        "(0008,1030): patient name",
                        "(0040,0260)[2].(0008,0104): identifier",
                        "(0020,4000): birth date")
                .noneMatch(text -> text.toLowerCase(Locale.ROOT).matches(".*(kowalski|558812|1948|555).*"));
    }

    @Test
    void finds_a_birth_date_that_stayed_in_its_attribute_and_no_other_date_of_that_day() {
        assertThat(search("""
                        StudyDate DA 19480203
                        PatientBirthDate DA 19480203
                        """)).extracting(Finding::toString).containsExactly("(0010,0030): birth date");
        assertThat(search("PatientBirthDate DA 19480101")).isEmpty();
        assertThat(search("PatientBirthDate DA")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Doe 1", "Doe1", "1 Doe", "DOE TP1", "doe_1", "Doe-followup", "DOE^", "CT chest doe"})
    void finds_a_family_name_that_is_a_word_as_well(String text) {
        assertThat(search("PatientName PN Doe^Jane", "StudyDescription LO " + text))
                .extracting(Finding::toString)
                .containsExactly("(0008,1030): patient name");
    }

    @Test
    void takes_no_word_of_a_published_code_or_of_the_method_for_the_patients_name() {
        String result = """
                DeidentificationMethod LO Basic Application Confidentiality Profile
                DeidentificationMethodCodeSequence SQ
                  -
                    CodeValue SH 113100
                    CodingSchemeDesignator SH DCM
                    CodeMeaning LO Basic Application Confidentiality Profile
                """;

        assertThat(search("PatientName PN Bašić^Zdravka", result)).isEmpty();
        assertThat(search("PatientName PN Bašić^Zdravka", result.replace("DCM", "99LOCAL")))
                .hasSize(1);
        assertThat(search("PatientName PN Bašić^Zdravka", "StudyDescription LO Basic 1"))
                .hasSize(1);
    }

    @Test
    void finds_original_UIDs_in_UIDs_and_in_text() {
        assertThat(search("FrameOfReferenceUID UI 1.2.826.0.1.4711\nImageComments LT copy of 1.2.826.0.1.4711.\n"))
                .map(Finding::toString)
                .containsExactly("(0020,0052): original UID", "(0020,4000): original UID");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65530, 65536, 200_000})
    void finds_names_in_opaque_values_of_any_size(int before) {
        byte[] bytes = new byte[before + 40];
        Arrays.fill(bytes, (byte) 0xA5);
        byte[] name = "kowalski^annemarie".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, bytes, before, name.length);
        assertThat(search(
                        "(0009,0010) LO ACME\n(0009,1001) OB " + HexFormat.of().formatHex(bytes) + "\n"))
                .map(Finding::toString)
                .containsExactly("(0009,1001): patient name");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65536 - 17, 65536 - 1, 65536, 65536 + 64 - 1, 131_072 - 5})
    void finds_original_UIDs_in_opaque_values_of_any_size(int before) {
        String bytes = HexFormat.of().formatHex("7".repeat(before).getBytes(StandardCharsets.US_ASCII))
                + HexFormat.of().formatHex(" 1.2.826.0.1.4711 ".getBytes(StandardCharsets.US_ASCII));
        assertThat(search("(0009,0010) LO ACME\n(0009,1001) UN " + bytes + "\n"))
                .map(Finding::toString)
                .containsExactly("(0009,1001): original UID");
    }

    @Test
    void finds_the_patient_behind_the_name_of_a_physician() {
        String original = "PatientName PN Winter^Annemarie\nOperatorsName PN Herbst^Eva\\Winter^Kurt\n";
        String names = "Herbst^Eva, Winter^A";
        assertThat(search(
                        original,
                        "(0009,0010) LO ACME\n(0009,1001) OB "
                                + HexFormat.of().formatHex(names.getBytes(StandardCharsets.US_ASCII)) + "\n"))
                .map(Finding::toString)
                .containsExactly("(0009,1001): patient name");
    }

    @Test
    void a_profile_that_verifies_refuses_what_would_leak_and_says_where_but_not_what() {
        DataSet set = DataSetText.parse(ORIGINAL + "(0009,0010) LO ACME\n(0009,1001) LO Kowalski^Annemarie\n");
        Profile profile = Profile.builder("test").verify(true).build();
        Anonymizer careless =
                Anonymizer.builder().profile(profile).keepPrivate(true).build();
        assertThatThrownBy(() -> careless.anonymize(set))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("(0009,1001): patient name")
                .hasMessageNotContaining("Kowalski");
    }

    @Test
    void what_a_rule_keeps_by_name_may_stay() {
        DataSet set = DataSetText.parse(ORIGINAL);
        Profile profile = Profile.builder("test").verify(true).build();
        Anonymizer.builder().profile(profile).rule("PatientID", "keep").build().anonymize(set);
        assertThat(set.string(Tags.PATIENT_ID)).isEqualTo("MRN-558812");
        assertThat(set.vr(Tags.PATIENT_NAME)).isEqualTo(VR.PN);
    }
}
