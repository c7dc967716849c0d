// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.dicomanonymizer.testing.ReportText;
import org.junit.jupiter.api.Test;

/** What Clean Structured Content makes of whole trees and lists of content items. */
class StructuredContentTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for tests only");
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    private static final String REPORT = """
            CONTAINER 126000|DCM|Imaging Measurement Report
              HAS OBS CONTEXT: PNAME 121008|DCM|Person Observer Name = Sommer^Ida
              HAS OBS CONTEXT: TEXT 121009|DCM|Person Observer's Organization Name = Spital Sommer
              HAS OBS CONTEXT: TEXT 121022|DCM|Accession Number = A4711
              HAS OBS CONTEXT: TEXT 11951-1|LN|Fetus ID = A
              HAS OBS CONTEXT: TEXT 11951-1|LN|Fetus ID = B
              HAS CONCEPT MOD: CODE 121058|DCM|Procedure reported = 77|99SPITAL|CT of Doe, Jane
              CONTAINS: CONTAINER 125007|DCM|Measurement Group
                HAS OBS CONTEXT: UIDREF 112040|DCM|Tracking Unique Identifier = 1.2.826.0.1.4711.9
                CONTAINS: NUM 410668003|SCT|Length = 12 mm
                  INFERRED FROM: SCOORD 111030|DCM|Image Region = 4 5
                    SELECTED FROM: IMAGE 121200|DCM|Illustration of ROI = %1$s 1.2.826.0.1.4711.3
                CONTAINS: CODE G-C0E3|SRT|Finding Site = T-28000|SRT|Lung
                CONTAINS: TEXT G-C0E3|SRT|Finding Site = lung of Jane
                CONTAINS: TEXT 121071|DCM|Finding = Jane Doe has a mass
                CONTAINS: TEXT 121106|DCM|Comment = call Mr. Doe
                  INFERRED FROM: TEXT 1|99SPITAL|Sister of Jane = Jill
                CONTAINS: IMAGE = %1$s 1.2.826.0.1.4711.3
              CONTAINS: CONTAINER 121070|DCM|Findings
                CONTAINS: TEXT 121106|DCM|Comment = by Ida Sommer
              CONTAINS: DATETIME 111526|DCM|DateTime Started = 20200102030405
              CONTAINS: DATE 111060|DCM|Study Date = 20200102
            """.formatted(CT);

    @Test
    void the_tree_of_a_report_stays_readable_without_saying_who_was_meant() {
        DataSet set = treat(ReportText.parse(root(), REPORT), ProfileOption.CLEAN_STRUCTURED_CONTENT);
        String after = ReportText.print(set).replaceAll("2\\.25\\.\\d+", "UID").replaceAll("= [A-Z]{16}\n", "= CODE\n");
        assertThat(after).isEqualTo("""
            CONTAINER 126000|DCM|Imaging Measurement Report
              HAS OBS CONTEXT: PNAME 121008|DCM|Person Observer Name = ANONYMIZED
              HAS OBS CONTEXT: TEXT 11951-1|LN|Fetus ID = CODE
              HAS OBS CONTEXT: TEXT 11951-1|LN|Fetus ID = CODE
              HAS CONCEPT MOD: CODE 121058|DCM|Procedure reported = 77|99SPITAL|ANONYMIZED
              CONTAINS: CONTAINER 125007|DCM|Measurement Group
                HAS OBS CONTEXT: UIDREF 112040|DCM|Tracking Unique Identifier = UID
                CONTAINS: NUM 410668003|SCT|Length = 12 mm
                  INFERRED FROM: SCOORD 111030|DCM|Image Region = 4.0 5.0
                    SELECTED FROM: IMAGE 121200|DCM|Illustration of ROI = %1$s UID
                CONTAINS: CODE G-C0E3|SRT|Finding Site = T-28000|SRT|Lung
                CONTAINS: TEXT G-C0E3|SRT|Finding Site = ANONYMIZED
                CONTAINS: TEXT 121071|DCM|Finding = ANONYMIZED
                CONTAINS: IMAGE = %1$s UID
              CONTAINS: CONTAINER 121070|DCM|Findings
              CONTAINS: DATETIME 111526|DCM|DateTime Started = 19000101000000
              CONTAINS: DATE 111060|DCM|Study Date = 19000101
            """.formatted(CT));
    }

    @Test
    void identifiers_of_fetuses_stay_different_and_references_stay_equal() {
        String after =
                ReportText.print(treat(ReportText.parse(root(), REPORT), ProfileOption.CLEAN_STRUCTURED_CONTENT));
        assertThat(after.lines()
                        .filter(line -> line.contains("Fetus ID"))
                        .distinct()
                        .count())
                .isEqualTo(2);
        assertThat(after.lines()
                        .filter(line -> line.contains("IMAGE"))
                        .map(line -> line.substring(line.indexOf('=')))
                        .distinct()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void with_references_by_position_all_items_keep_their_place() {
        DataSet set = treat(ReportText.parse(root(), """
                CONTAINER 126000|DCM|Imaging Measurement Report
                  HAS OBS CONTEXT: TEXT 121022|DCM|Accession Number = A4711
                  CONTAINS: NUM 121033|DCM|Subject Age = 93 a
                  CONTAINS: CODE 121032|DCM|Subject Sex = F|DCM|Female
                  CONTAINS: TEXT 121106|DCM|Comment = Doe
                    INFERRED FROM: 1/2
                """), ProfileOption.CLEAN_STRUCTURED_CONTENT);
        assertThat(ReportText.print(set)).isEqualTo("""
                CONTAINER 126000|DCM|Imaging Measurement Report
                  HAS OBS CONTEXT: TEXT 121022|DCM|Accession Number = ANONYMIZED
                  CONTAINS: NUM 121033|DCM|Subject Age = 0 a
                  CONTAINS: CODE 121032|DCM|Subject Sex = ANONYMIZED|99ANONYMIZED|ANONYMIZED
                  CONTAINS: TEXT 121106|DCM|Comment = ANONYMIZED
                    INFERRED FROM: 1/2
                """);
    }

    @Test
    void a_report_of_which_nothing_may_stay_becomes_the_dummy_that_it_is_without_the_option() {
        DataSet set = treat(ReportText.parse(root(), """
                CONTAINER 126000|DCM|Imaging Measurement Report
                  CONTAINS: TEXT 121106|DCM|Comment = Doe
                """), ProfileOption.CLEAN_STRUCTURED_CONTENT);
        assertThat(ReportText.print(set)).isEqualTo("""
                CONTAINER 126000|DCM|Imaging Measurement Report
                  CONTAINS: TEXT 121106|DCM|Comment = ANONYMIZED
                """);
    }

    @Test
    void options_for_dates_UIDs_and_devices_reach_into_the_tree() {
        DataSet set = treat(
                ReportText.parse(root(), """
                CONTAINER 126000|DCM|Imaging Measurement Report
                  HAS OBS CONTEXT: TEXT 121013|DCM|Device Observer Name = CT-7
                  CONTAINS: DATE 121031|DCM|Subject Birth Date = 19500203
                  CONTAINS: DATE 131561|DCM|Series Date = 20200102
                  CONTAINS: DATE 131561|DCM|Series Date = Jan 2
                  CONTAINS: UIDREF 112040|DCM|Tracking Unique Identifier = 1.2.826.0.1.4711.9
                  CONTAINS: UIDREF 7|99SPITAL|Case = 1.2.826.0.1.4711.10
                """),
                ProfileOption.CLEAN_STRUCTURED_CONTENT,
                ProfileOption.RETAIN_DEVICE_IDENTITY,
                ProfileOption.RETAIN_UIDS,
                ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES);
        assertThat(ReportText.print(set).replaceAll("2\\.25\\.\\d+", "UID")).isEqualTo("""
                CONTAINER 126000|DCM|Imaging Measurement Report
                  HAS OBS CONTEXT: TEXT 121013|DCM|Device Observer Name = CT-7
                  CONTAINS: DATE 131561|DCM|Series Date = 20200102
                  CONTAINS: DATE 131561|DCM|Series Date = 19000101
                  CONTAINS: UIDREF 112040|DCM|Tracking Unique Identifier = 1.2.826.0.1.4711.9
                  CONTAINS: UIDREF 7|99SPITAL|ANONYMIZED = UID
                """);
    }

    @Test
    void with_Clean_Descriptors_texts_keep_their_clinical_words() {
        DataSet report = ReportText.parse(root(), REPORT);
        report.setString(Tags.PATIENT_NAME, VR.PN, "Doe^Jane");
        report.setString(0x00080090, VR.PN, "Sommer^Ida");
        DataSet set = treat(report, ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.CLEAN_DESCRIPTORS);
        String after = ReportText.print(set).replaceAll("2\\.25\\.\\d+", "UID").replaceAll("= [A-Z]{16}\n", "= CODE\n");
        assertThat(after).isEqualTo("""
            CONTAINER 126000|DCM|Imaging Measurement Report
              HAS OBS CONTEXT: PNAME 121008|DCM|Person Observer Name = ANONYMIZED
              HAS OBS CONTEXT: TEXT 11951-1|LN|Fetus ID = CODE
              HAS OBS CONTEXT: TEXT 11951-1|LN|Fetus ID = CODE
              HAS CONCEPT MOD: CODE 121058|DCM|Procedure reported = 77|99SPITAL|CT
              CONTAINS: CONTAINER 125007|DCM|Measurement Group
                HAS OBS CONTEXT: UIDREF 112040|DCM|Tracking Unique Identifier = UID
                CONTAINS: NUM 410668003|SCT|Length = 12 mm
                  INFERRED FROM: SCOORD 111030|DCM|Image Region = 4.0 5.0
                    SELECTED FROM: IMAGE 121200|DCM|Illustration of ROI = %1$s UID
                CONTAINS: CODE G-C0E3|SRT|Finding Site = T-28000|SRT|Lung
                CONTAINS: TEXT G-C0E3|SRT|Finding Site = lung
                CONTAINS: TEXT 121071|DCM|Finding = has a mass
                CONTAINS: TEXT 121106|DCM|Comment = call
                  INFERRED FROM: TEXT 1|99SPITAL|ANONYMIZED = ANONYMIZED
                CONTAINS: IMAGE = %1$s UID
              CONTAINS: CONTAINER 121070|DCM|Findings
                CONTAINS: TEXT 121106|DCM|Comment = ANONYMIZED
              CONTAINS: DATETIME 111526|DCM|DateTime Started = 19000101000000
              CONTAINS: DATE 111060|DCM|Study Date = 19000101
            """.formatted(CT));
    }

    @Test
    void lists_of_content_items_are_cleaned_like_a_tree_even_without_value_types() {
        DataSet set = DataSetText.parse("""
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2.1
                AcquisitionContextSequence SQ
                  -
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 121106
                        CodingSchemeDesignator SH DCM
                        CodeMeaning LO Comment
                    TextValue UT for Doe
                  -
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 109054
                        CodingSchemeDesignator SH DCM
                        CodeMeaning LO Patient State
                    ConceptCodeSequence SQ
                      -
                        CodeValue SH 128975004
                        CodingSchemeDesignator SH SCT
                        CodeMeaning LO Resting State
                  -
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 7
                        CodingSchemeDesignator SH 99SPITAL
                        CodeMeaning LO Room of Dr. Sommer
                    NumericValue DS 3
                """);
        treat(set, ProfileOption.CLEAN_STRUCTURED_CONTENT);
        assertThat(DataSetText.print(set)).contains("""
                AcquisitionContextSequence SQ
                  -
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 109054
                        CodingSchemeDesignator SH DCM
                        CodeMeaning LO Patient State
                    ConceptCodeSequence SQ
                      -
                        CodeValue SH 128975004
                        CodingSchemeDesignator SH SCT
                        CodeMeaning LO Resting State
                  -
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 7
                        CodingSchemeDesignator SH 99SPITAL
                        CodeMeaning LO ANONYMIZED
                    NumericValue DS 3
                """).doesNotContain("Doe");
    }

    @Test
    void specimens_and_waveform_annotations_keep_what_is_no_text() {
        DataSet set = DataSetText.parse("""
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.9.1.1
                SpecimenDescriptionSequence SQ
                  -
                    SpecimenPreparationSequence SQ
                      -
                        SpecimenPreparationStepContentItemSequence SQ
                          -
                            ValueType CS TEXT
                            ConceptNameCodeSequence SQ
                              -
                                CodeValue SH 121041
                                CodingSchemeDesignator SH DCM
                                CodeMeaning LO Specimen Identifier
                            TextValue UT Doe-1
                          -
                            ValueType CS PNAME
                            PersonName PN Doe^Jane
                WaveformAnnotationSequence SQ
                  -
                    UnformattedTextValue ST Jane Doe
                    ReferencedWaveformChannels US 1\\0
                  -
                    ReferencedWaveformChannels US 1\\1
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 2:15873
                        CodingSchemeDesignator SH MDC
                        CodeMeaning LO RR Interval
                    NumericValue DS 873
                """);
        treat(set, ProfileOption.CLEAN_STRUCTURED_CONTENT);
        assertThat(DataSetText.print(set)).contains("""
                    SpecimenPreparationSequence SQ
                      -
                        SpecimenPreparationStepContentItemSequence SQ
                          -
                            ValueType CS PNAME
                            PersonName PN ANONYMIZED
                WaveformAnnotationSequence SQ
                  -
                    ReferencedWaveformChannels US 1\\0
                    UnformattedTextValue ST ANONYMIZED
                  -
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 2:15873
                """).contains("NumericValue DS 873");
    }

    @Test
    void a_list_of_which_nothing_may_stay_goes_or_gets_a_dummy_as_the_object_needs_it() {
        String item = """
                          -
                            ValueType CS TEXT
                            ConceptNameCodeSequence SQ
                              -
                                CodeValue SH 121041
                                CodingSchemeDesignator SH DCM
                                CodeMeaning LO Specimen Identifier
                            TextValue UT Doe-1
                """;
        DataSet set = DataSetText.parse("""
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
                SpecimenDescriptionSequence SQ
                  -
                    SpecimenPreparationSequence SQ
                      -
                        SpecimenPreparationStepContentItemSequence SQ
                """ + item + "ProtocolContextSequence SQ\n" + item.indent(-8));
        treat(set, ProfileOption.CLEAN_STRUCTURED_CONTENT);
        assertThat(DataSetText.print(set)).contains("""
                        SpecimenPreparationStepContentItemSequence SQ
                          -
                            ValueType CS TEXT
                            ConceptNameCodeSequence SQ
                              -
                                CodeValue SH 121106
                                CodingSchemeDesignator SH DCM
                                CodeMeaning LO Comment
                            TextValue UT ANONYMIZED
                """).doesNotContain("ProtocolContextSequence");
    }

    @Test
    void values_written_under_another_VR_are_treated_as_what_they_are() {
        DataSet set = DataSetText.parse("""
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
                AcquisitionContextSequence SQ
                  -
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 11951-1
                        CodingSchemeDesignator SH LN
                        CodeMeaning LO Fetus ID
                    TextValue OB 446f6500
                  -
                    ValueType CS TEXT
                    TextValue DA Doe
                  -
                    ValueType CS CODE
                    ConceptCodeSequence OB 446f6500
                  -
                    ValueType CS NUM
                    NumericValue LO Doe
                ContentSequence OB 446f6500
                """);
        treat(set, ProfileOption.CLEAN_STRUCTURED_CONTENT);
        assertThat(DataSetText.print(set)).doesNotContain("446f65", "Doe");
    }

    @Test
    void a_rule_of_the_site_wins() {
        DataSet set = ReportText.parse(root(), """
                CONTAINER 126000|DCM|Imaging Measurement Report
                  CONTAINS: TEXT 121071|DCM|Finding = mass
                """);
        Anonymizer.builder()
                .profile(Profile.basic().withOptions(Set.of(ProfileOption.CLEAN_STRUCTURED_CONTENT)))
                .rule("TextValue", "keep")
                .build()
                .anonymize(set);
        assertThat(ReportText.print(set)).contains("Finding = mass");
    }

    private static DicomDataSet root() {
        DicomDataSet root = DicomDataSet.create();
        root.setString(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.88.34");
        return root;
    }

    private static DataSet treat(DataSet set, ProfileOption first, ProfileOption... others) {
        Anonymizer.builder()
                .profile(Profile.basic().withOptions(EnumSet.of(first, others)))
                .key(KEY)
                .build()
                .anonymize(set);
        return set;
    }
}
