// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.profile.TextSettings;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.dicomanonymizer.text.UnknownWords;
import org.junit.jupiter.api.Test;

/** What Clean Descriptors, and the action of its name, make of whole objects. */
class CleanDescriptorsTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for tests only");

    private static final String PATIENT = """
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
            PatientName PN Harkonnen^Feyd^Rautha
            PatientID LO HK-004711
            PatientBirthDate DA 19800102
            """;

    private static DataSet treat(Profile profile, String before) {
        DataSet set = DataSetText.parse(before);
        Anonymizer.builder().profile(profile).key(KEY).build().anonymize(set);
        return set;
    }

    private static String clean(String before, ProfileOption... others) {
        EnumSet<ProfileOption> options = EnumSet.of(ProfileOption.CLEAN_DESCRIPTORS, others);
        return DataSetText.print(treat(Profile.basic().withOptions(options), PATIENT + before));
    }

    private static Profile rule(Profile profile, String selector, Map<String, ?> parameters) {
        return profile.with(List.of(
                new Rule(SelectorParser.parse(selector), Actions.create("clean", parameters), "clean", "test")));
    }

    @Test
    void descriptors_keep_what_is_clinical() {
        String after = clean("""
                StudyDescription LO CT chest abdomen pelvis - 55F Dr. Smith
                SeriesDescription LO AX 5mm HARKONNEN^FEYD
                ProtocolName LO ThorRoutine 5.0 B40f
                AdditionalPatientHistory LT harkonnen, known HK004711, cough since 2 Jan 1980
                ImageComments LT Feyd-Rautha Harkonnen
                """);

        assertThat(after)
                .contains("StudyDescription LO CT chest abdomen pelvis - 55F\n")
                .contains("SeriesDescription LO AX 5mm\n")
                .contains("ProtocolName LO ThorRoutine 5.0 B40f\n")
                .contains("AdditionalPatientHistory LT known, cough\n")
                .contains("ImageComments LT\n");
    }

    @Test
    void identifiers_are_those_of_the_original_though_the_patient_is_treated_first() {
        String after = clean("""
                RequestAttributesSequence SQ
                  -
                    RequestedProcedureDescription LO MRI Vladimir brain
                    ReasonForTheRequestedProcedure LO fremen attack
                    ScheduledProcedureStepID SH SPS998877
                StudyComments LT see sps 99-88-77, asked by atreides
                NamesOfIntendedRecipientsOfResults PN Atreides^Leto
                """);

        assertThat(after)
                .contains("RequestedProcedureDescription LO MRI brain")
                .contains("StudyComments LT asked")
                .doesNotContainIgnoringCase("atreides")
                .doesNotContain("998877", "99-88-77");
    }

    @Test
    void an_attribute_left_without_text_is_empty_or_a_dummy_where_it_must_have_a_value() {
        String after = clean("""
                StudyDescription LO Harkonnen
                ContrastBolusAgent LO Harkonnen
                RTPlanLabel SH Harkonnen
                SegmentLabel LO Harkonnen
                """);

        assertThat(after)
                .contains("StudyDescription LO\n", "ContrastBolusAgent LO\n")
                .contains("RTPlanLabel SH ANONYMIZED\n", "SegmentLabel LO ANONYMIZED\n");
    }

    @Test
    void each_value_is_cleaned_at_its_place() {
        assertThat(clean("AdmittingDiagnosesDescription LO pneumonia\\Harkonnen\\fever\n"))
                .contains("AdmittingDiagnosesDescription LO pneumonia\\\\fever\n");
    }

    @Test
    void codes_of_published_schemes_stay_and_local_meanings_are_cleaned() {
        String after = clean("""
                AdmittingDiagnosesCodeSequence SQ
                  -
                    CodeValue SH 233604007
                    CodingSchemeDesignator SH SCT
                    CodeMeaning LO Pneumonia
                  -
                    CodeValue SH HK004711
                    CodingSchemeDesignator SH 99LOCAL
                    CodeMeaning LO Pneumonia of Harkonnen
                ProcedureCodeSequence SQ
                  -
                    CodeValue SH P1
                    CodingSchemeDesignator SH L
                    CodeMeaning LO Zorblonk
                """);

        assertThat(after).contains("""
                AdmittingDiagnosesCodeSequence SQ
                  -
                    CodeValue SH 233604007
                    CodingSchemeDesignator SH SCT
                    CodeMeaning LO Pneumonia
                  -
                    CodeValue SH ANONYMIZED
                    CodingSchemeDesignator SH 99LOCAL
                    CodeMeaning LO Pneumonia
                """).contains("CodeMeaning LO ANONYMIZED").contains("CodeValue SH P1");
    }

    @Test
    void text_outside_the_table_is_cleaned_and_what_devices_write_stays() {
        String after = clean("""
                Manufacturer LO Zorblonk
                ManufacturerModelName LO Harkonnen
                ConvolutionKernel SH Zx40q
                SequenceName SH *fl3d1_ns
                PixelSpacingCalibrationDescription LO for Dr. Idaho
                DerivationDescription ST Zoomed by Duncan Idaho
                """);

        assertThat(after)
                .contains("Manufacturer LO Zorblonk\n", "ConvolutionKernel SH Zx40q\n", "SequenceName SH *fl3d1_ns\n")
                .contains(
                        "ManufacturerModelName LO ANONYMIZED\n",
                        "PixelSpacingCalibrationDescription LO ANONYMIZED\n",
                        "DerivationDescription ST Zoomed\n");
        assertThat(DataSetText.print(
                        treat(Profile.basic(), PATIENT + "PixelSpacingCalibrationDescription LO for Dr. Idaho\n")))
                .contains("PixelSpacingCalibrationDescription LO for Dr. Idaho");
    }

    @Test
    void text_of_reports_and_graphics_is_cleaned_with_their_options() {
        String after = clean("""
                ContentSequence SQ
                  -
                    RelationshipType CS CONTAINS
                    ValueType CS TEXT
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 121071
                        CodingSchemeDesignator SH DCM
                        CodeMeaning LO Finding
                    TextValue UT Mr. Harkonnen has a nodule of 4 mm
                GraphicAnnotationSequence SQ
                  -
                    TextObjectSequence SQ
                      -
                        UnformattedTextValue ST lesion of Feyd
                """, ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.CLEAN_GRAPHICS);

        assertThat(after).contains("TextValue UT has a nodule of 4 mm").contains("UnformattedTextValue ST lesion\n");
    }

    @Test
    void a_characteristic_stays_cleaned_only_if_characteristics_are_retained() {
        assertThat(clean("Allergies LO penicillin, Dr. Yueh\n")).doesNotContain("Allergies");
        assertThat(clean("Allergies LO penicillin, Dr. Yueh\n", ProfileOption.RETAIN_PATIENT_CHARACTERISTICS))
                .contains("Allergies LO penicillin\n");
    }

    @Test
    void text_in_bytes_gets_the_basic_profile() {
        assertThat(clean("MakerNote OB 4861726B6F6E6E656E00\nDeviceSettingDescription OB 4861\n"))
                .doesNotContain("MakerNote", "DeviceSettingDescription");
    }

    @Test
    void other_scripts_are_decoded_first() {
        String after =
                DataSetText.print(treat(Profile.basic().withOptions(Set.of(ProfileOption.CLEAN_DESCRIPTORS)), """
                SpecificCharacterSet CS ISO_IR 192
                StudyDescription LO 胸部CT 山田太郎
                PatientName PN Yamada^Tarou=山田^太郎=やまだ^たろう
                """));

        assertThat(after).contains("StudyDescription LO 胸部CT\n");
    }

    @Test
    void cleaning_twice_changes_nothing_more() {
        Profile profile = Profile.basic().withOptions(Set.of(ProfileOption.CLEAN_DESCRIPTORS));
        DataSet once =
                treat(profile, PATIENT + "StudyDescription LO CT for Feyd Harkonnen, 3/4/2019\nSegmentLabel LO Feyd\n");
        String first = DataSetText.print(once);
        Anonymizer.builder().profile(profile).build().anonymize(once);

        assertThat(DataSetText.print(once).lines().filter(line -> line.matches("(Study|Segment).*")))
                .isEqualTo(first.lines()
                        .filter(line -> line.matches("(Study|Segment).*"))
                        .toList());
    }

    @Test
    void the_action_cleans_where_a_rule_of_the_site_says_so() {
        Profile keepAll = rule(Profile.keepAll(), "StudyDescription", Map.of());
        assertThat(DataSetText.print(
                        treat(keepAll, PATIENT + "StudyDescription LO CT Harkonnen\nSeriesDescription LO Harkonnen\n")))
                .contains("StudyDescription LO CT\n", "SeriesDescription LO Harkonnen\n");

        Profile words =
                rule(Profile.basic(), "SeriesDescription", Map.of("words", "zorblonk arrakis", "unknown", "remove"));
        assertThat(DataSetText.print(
                        treat(words, PATIENT + "SeriesDescription LO ZORBLONK Zyx osteozygosis Arrakis\n")))
                .contains("SeriesDescription LO ZORBLONK Arrakis\n");
        assertThatThrownBy(() -> Actions.create("clean", Map.of("unknown", "maybe")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("keep_word_like");
    }

    @Test
    void a_profile_may_allow_words_of_the_site() {
        Profile profile = Profile.builder("site")
                .options(Set.of(ProfileOption.CLEAN_DESCRIPTORS))
                .text(new TextSettings(List.of("Zorblonk"), UnknownWords.REMOVE))
                .build();

        assertThat(DataSetText.print(
                        treat(profile, PATIENT + "SeriesDescription LO ZORBLONK osteozygosis Harkonnen\n")))
                .contains("SeriesDescription LO ZORBLONK\n");
    }

    @Test
    void the_action_cleans_all_items_of_a_sequence() {
        Profile profile = rule(Profile.keepAll(), "RequestAttributesSequence", Map.of());
        String after = DataSetText.print(treat(profile, PATIENT + """
                RequestAttributesSequence SQ
                  -
                    RequestedProcedureDescription LO CT Harkonnen
                    ScheduledProcedureStepDescription LO Harkonnen
                    NamesOfIntendedRecipientsOfResults PN Idaho^Duncan
                    ScheduledProtocolCodeSequence SQ
                      -
                        CodeValue SH 77477000
                        CodingSchemeDesignator SH SCT
                        CodeMeaning LO Computed Tomography Zx
                """));

        assertThat(after)
                .contains("RequestedProcedureDescription LO CT\n", "ScheduledProcedureStepDescription LO ANONYMIZED\n")
                .contains("NamesOfIntendedRecipientsOfResults PN\n", "CodeMeaning LO Computed Tomography Zx");
    }

    @Test
    void reports_tell_what_was_cleaned_without_text() {
        DataSet set = DataSetText.parse(PATIENT + "StudyDescription LO CT Harkonnen\n");
        ChangeLog log = Anonymizer.builder()
                .profile(Profile.basic().withOptions(Set.of(ProfileOption.CLEAN_DESCRIPTORS)))
                .key(KEY)
                .build()
                .anonymize(set);

        assertThat(log.totals()).containsEntry(Effect.CLEANED, 1);
        assertThat(log.changes().keySet().toString())
                .contains("CleanDescriptors C")
                .doesNotContain("Harkonnen");
    }
}
