// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;

/** What the Basic Profile does beyond the rows of its table. */
class BasicProfileTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for tests only");
    private static final String CT = "SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2\n";

    private final Anonymizer anonymizer = Anonymizer.builder().key(KEY).build();

    /** The data set after treatment, without the marks that every object gets. */
    private String treat(String before) {
        return treat(anonymizer, before);
    }

    private static String treat(Anonymizer anonymizer, String before) {
        DataSet set = DataSetText.parse(before);
        anonymizer.anonymize(set);
        for (int mark : List.of(
                Tags.PATIENT_IDENTITY_REMOVED,
                Tags.DEIDENTIFICATION_METHOD,
                Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
                Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED)) set.remove(mark);
        return DataSetText.print(set);
    }

    @Test
    void marks_tell_how_the_object_was_treated() {
        DataSet set = DataSetText.parse("""
                DeidentificationMethod LO by hand
                DeidentificationMethodCodeSequence SQ
                  -
                    CodeValue SH 113105
                    CodingSchemeDesignator SH DCM
                    CodeMeaning LO Clean Descriptors Option
                """);
        anonymizer.anonymize(set);
        assertThat(DataSetText.print(set)
                        .replaceAll("DicomAnonymizer [^,]+", "DicomAnonymizer VERSION")
                        .replace(anonymizer.keyId(), "KEY"))
                .isEqualTo("""
                PatientIdentityRemoved CS YES
                DeidentificationMethod LO by hand\\DicomAnonymizer VERSION, PS3.15 2026d, key KEY
                DeidentificationMethodCodeSequence SQ
                  -
                    CodeValue SH 113105
                    CodingSchemeDesignator SH DCM
                    CodeMeaning LO Clean Descriptors Option
                  -
                    CodeValue SH 113100
                    CodingSchemeDesignator SH DCM
                    CodeMeaning LO Basic Application Confidentiality Profile
                LongitudinalTemporalInformationModified CS REMOVED
                """);
    }

    @Test
    void names_are_gone_at_every_depth_in_standard_and_private_sequences() {
        assertThat(treat(CT + """
                        (0009,0010) LO ACME
                        (0009,1001) SQ
                          -
                            PatientName PN Doe^Jane
                        PerformedProtocolCodeSequence SQ
                          -
                            EquivalentCodeSequence SQ
                              -
                                PurposeOfReferenceCodeSequence SQ
                                  -
                                    PatientName PN Doe^Jane
                                    OtherPatientNames PN Doe^J
                        """))
                .doesNotContain("Doe")
                .doesNotContain("(0009,")
                .containsPattern("PatientName PN [B-Z]{16}\n");
    }

    @Test
    void patient_ID_and_name_get_one_pseudonym_per_patient() {
        String first = treat("PatientName PN Doe^Jane\nPatientID LO 1\n");
        String again = treat("PatientName PN Doe^Jane^Mary\nPatientID LO 1\n");
        String other = treat("PatientName PN Doe^Jane\nPatientID LO 2\n");
        assertThat(first).isEqualTo(again).isNotEqualTo(other);
        assertThat(first).matches("PatientName PN ([A-Z]{16})\nPatientID LO \\1\n");
    }

    @Test
    void every_value_of_a_multi_valued_UID_is_replaced_on_its_own() {
        assertThat(treat("IrradiationEventUID UI 1.2.3.1\\1.2.3.2\nReferencedFrameOfReferenceUID UI 1.2.3.1\n"))
                .matches(
                        "IrradiationEventUID UI (2\\.25\\.\\d+)\\\\(2\\.25\\.\\d+)\nReferencedFrameOfReferenceUID UI \\1\n");
    }

    @Test
    void structural_and_registered_UIDs_stay() {
        String before = """
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
                ReferencedSOPClassUID UI 1.3.12.2.1107.5.9.1
                FrameOfReferenceUID UI 1.2.840.10008.1.4.1.1
                """;
        assertThat(treat(before)).isEqualTo(before);
    }

    @Test
    void an_instance_UID_that_the_table_does_not_list_is_replaced() {
        assertThat(treat("SourceFrameOfReferenceUID UI 1.2.3.4\n"))
                .doesNotContain("1.2.3.4")
                .contains("2.25.");
    }

    @Test
    void what_has_no_place_in_a_data_set_is_removed() {
        assertThat(treat("""
                        (0002,0016) AE SOURCE
                        (0004,1511) UI 1.2.3
                        (0008,0000) UL 100
                        (0008,0001) UL 100
                        (0018,FFF1) LO unknown
                        Modality CS CT
                        (FFFC,FFFC) OB 0000
                        """)).isEqualTo("Modality CS CT\n");
    }

    @Test
    void an_overlay_plane_goes_as_a_whole_and_so_do_curves() {
        assertThat(treat("""
                        Rows US 1
                        (5000,0005) US 2
                        (501E,3000) OW 0000
                        (6000,0010) US 1
                        (6000,0022) LO Dr. Smith
                        (6000,3000) OW 0000
                        (601E,0010) US 1
                        (6020,0010) US 1
                        """)).isEqualTo("Rows US 1\n");
    }

    @Test
    void an_overlay_plane_stays_whole_where_a_rule_keeps_its_data() {
        Anonymizer keeping =
                Anonymizer.builder().key(KEY).rule("OverlayData", "keep").build();
        assertThat(treat(keeping, """
                        (6000,0010) US 1
                        (6000,3000) OW 0000
                        (6000,4000) LT Dr. Smith
                        (6002,0010) US 1
                        """))
                .isEqualTo("""
                        (6000,0010) US 1
                        (6000,3000) OW 0000
                        """.replace("(6000,0010)", "OverlayRows").replace("(6000,3000)", "OverlayData"));
    }

    @Test
    void codes_follow_the_type_in_the_objects_IOD() {
        String dates =
                "InstanceCreationDate DA 20200102\nAcquisitionContextSequence SQ\n  -\n    CodeMeaning LO Smith\n";
        assertThat(treat(CT + dates)).isEqualTo(CT);
        assertThat(treat("SOPClassUID UI 1.2.840.10008.5.1.4.1.1.481.10\n" + dates))
                .contains("InstanceCreationDate DA 19000101\n");
    }

    @Test
    void an_unknown_SOP_class_keeps_what_any_IOD_demands() {
        assertThat(treat("SOPClassUID UI 1.2.3.4.5\nContentDate DA 20200102\nInstanceCreationDate DA 20200102\n"))
                .contains("ContentDate DA 19000101", "InstanceCreationDate DA 19000101");
    }

    @Test
    void a_Type_1_attribute_that_the_table_would_remove_becomes_a_dummy() {
        assertThat(
                        treat(
                                "SOPClassUID UI 1.2.840.10008.5.1.4.1.1.11.1\nPresentationCreationDate DA 20200102\nPresentationCreationTime TM 1200\n"))
                .contains("PresentationCreationDate DA 19000101", "PresentationCreationTime TM 000000");
    }

    @Test
    void an_encapsulated_document_is_replaced_by_a_blank_one_of_its_kind() {
        DataSet set = DataSetText.parse("""
                DocumentTitle ST Letter to Jane Doe
                EncapsulatedDocument OB 255044462d4a616e65
                MIMETypeOfEncapsulatedDocument LO application/pdf
                EncapsulatedDocumentLength UL 9
                """);
        anonymizer.anonymize(set);
        assertThat(new String(set.bytes(Tags.ENCAPSULATED_DOCUMENT), StandardCharsets.US_ASCII))
                .startsWith("%PDF-1.")
                .doesNotContain("Jane");
        assertThat(set.isEmpty(0x00420010)).isTrue();
        assertThat(Long.parseLong(set.string(Tags.ENCAPSULATED_DOCUMENT_LENGTH)))
                .isBetween(50L, set.length(Tags.ENCAPSULATED_DOCUMENT));
    }

    @Test
    void a_document_without_a_dummy_of_its_kind_is_refused_without_quoting_it() {
        DataSet set = DataSetText.parse(
                "EncapsulatedDocument OB 4a616e65\nMIMETypeOfEncapsulatedDocument LO application/x-jane-doe\n");
        assertThatThrownBy(() -> anonymizer.anonymize(set))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("(0042,0011)")
                .hasMessageNotContaining("jane");
    }

    @Test
    void private_attributes_stay_when_told_but_for_UIDs_and_identities_in_them() {
        Anonymizer keeping = Anonymizer.builder().key(KEY).keepPrivate(true).build();
        assertThat(treat(keeping, """
                        (0029,0010) LO ACME
                        (0029,1001) LO protocol
                        (0029,1002) UI 1.2.3.4
                        (0029,1003) SQ
                          -
                            PatientName PN Doe
                        """))
                .contains("(0029,0010) LO ACME\n(0029,1001) LO protocol\n(0029,1002) UI 2.25.")
                .doesNotContain("Doe", "1.2.3.4");
    }

    @Test
    void a_private_element_is_kept_by_its_creator_wherever_its_block_is_and_other_creators_go() {
        Anonymizer keeping = Anonymizer.builder()
                .key(KEY)
                .rule("(7053,\"Philips PET Private Group\",00)", "keep")
                .build();
        assertThat(treat(keeping, """
                        (7053,0010) LO SOMETHING ELSE
                        (7053,0011) LO Philips PET Private Group
                        (7053,1000) DS 1
                        (7053,1100) DS 2.5
                        (7053,1109) DS 3
                        """)).isEqualTo("(7053,0011) LO Philips PET Private Group\n(7053,1100) DS 2.5\n");
    }

    @Test
    void the_list_of_referenced_instances_goes_with_the_last_reference() {
        String list = """
                ReferencedSeriesSequence SQ
                  -
                    ReferencedInstanceSequence SQ
                      -
                        ReferencedSOPInstanceUID UI 1.2.3
                """;
        String source = """
                SourceImageSequence SQ
                  -
                    ReferencedSOPInstanceUID UI 1.2.3
                """;
        String instance = """
                ReferencedRawDataSequence SQ
                  -
                    ReferencedSOPInstanceUID UI 1.2.3
                """;
        assertThat(treat(CT + list + source)).isEqualTo(CT);
        assertThat(treat(CT + list + source + instance)).contains("ReferencedSeriesSequence");
    }

    @Test
    void keep_all_changes_nothing_but_what_rules_select_and_claims_nothing() {
        String before = """
                (0009,0010) LO ACME
                (0009,1001) LO secret
                PatientName PN Doe^Jane
                PatientID LO 1
                StudyInstanceUID UI 1.2.3
                """;
        DataSet set = DataSetText.parse(before);
        Anonymizer.builder()
                .profile(Profile.keepAll())
                .rule("PatientName", "empty")
                .build()
                .anonymize(set);
        assertThat(DataSetText.print(set)).isEqualTo(before.replace("PN Doe^Jane", "PN"));
    }

    @Test
    void a_second_pass_finds_nothing_more_to_remove() {
        DataSet set = DataSetText.parse(
                CT + "StudyDate DA 20200101\nPatientName PN Doe\nPatientID LO 1\nOperatorsName PN Smith\n");
        anonymizer.anonymize(set);
        ChangeLog second = Anonymizer.builder().build().anonymize(set);
        assertThat(second.totals()).doesNotContainKeys(Effect.REMOVED);
    }

    @Test
    void fields_without_a_file_are_treated_as_the_Python_tools_example_shows() {
        assertThat(anonymizer.anonymize(List.of(
                        Map.of("id", List.of(0x0040, 0xA123), "type", "LO", "value", "Annie de la Fontaine"),
                        Map.of("id", List.of(0x0008, 0x0050), "type", "TM", "value", "bar"),
                        Map.of("id", List.of(0x0018, 0x4000), "type", "VR", "value", "foo"))))
                .filteredOn(field -> !field.get("id").toString().matches("\\((0012,006.|0028,0303)\\)"))
                .extracting(field -> field.get("id") + " " + field.get("value"))
                .containsExactly("(0008,0050) ", "(0040,A123) ANONYMIZED");
    }

    @Test
    void data_sets_of_many_levels_do_not_break_it() {
        DataSet root = DicomDataSet.create();
        DataSet level = root;
        for (int i = 0; i < 90; i++) level = level.addItem(0x00081115);
        level.setString(Tags.PATIENT_NAME, VR.PN, "Doe");
        anonymizer.anonymize(root);
        assertThat(DataSetText.print(root)).doesNotContain("Doe");
    }
}
