// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.identity.Pseudonymizer;
import org.dicomanonymizer.profile.Problem;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attributes that the site wants in every result. */
class AddTest {
    private static ProfileReader.Reading read(String settings, String... rules) {
        return ProfileReader.read(
                "{" + settings + "\"rules\": [" + String.join(",\n", rules) + "]}", "site.json", Path.of(""));
    }

    /** Rules of a profile that keeps what they do not name. */
    private static Profile keeping(String... rules) {
        return read("\"edition\": \"none\", \"private\": {\"keep\": true}, ", rules)
                .orThrow();
    }

    private static Profile basic(String... rules) {
        return read("", rules).orThrow();
    }

    private static String add(String tag, String value) {
        return add(tag, value, "");
    }

    private static String add(String tag, String value, String more) {
        return "{\"tag\": \"" + tag.replace("\"", "\\\"") + "\", \"action\": \"add\", \"value\": \"" + value + "\""
                + more + "}";
    }

    private static Anonymizer anonymizer(Profile profile) {
        return Anonymizer.builder()
                .profile(profile)
                .key(ProjectKey.of("a key for tests only"))
                .build();
    }

    private static String treat(Profile profile, String before) {
        DataSet set = DataSetText.parse(before);
        anonymizer(profile).anonymize(set);
        return DataSetText.print(set);
    }

    @Test
    void a_tag_means_the_root_and_comes_to_its_place() {
        assertThat(treat(keeping(add("ClinicalTrialSiteID", "S1"), add("(0040,0002)", "20200101")), """
                        Modality CS CT
                        ReferencedStudySequence SQ
                          -
                            Modality CS MR
                        StudyID SH 1
                        """))
                .isEqualTo("""
                        Modality CS CT
                        ReferencedStudySequence SQ
                          -
                            Modality CS MR
                        ClinicalTrialSiteID LO S1
                        StudyID SH 1
                        ScheduledProcedureStepStartDate DA 20200101
                        """);
    }

    @Test
    void a_path_means_the_items_that_there_are() {
        Profile profile = keeping(
                add("RequestAttributesSequence.RequestedProcedureID", "NONE"),
                add("**.ReferencedSOPSequence.PurposeOfReferenceCodeSequence.CodeMeaning", "none"),
                add("ReferencedStudySequence.StudyID", "NONE"));
        assertThat(treat(profile, """
                        RequestAttributesSequence SQ
                          -
                            RequestedProcedureID SH 17
                          -
                            ReferencedSOPSequence SQ
                              -
                                PurposeOfReferenceCodeSequence SQ
                                  -
                        """)).isEqualTo("""
                        RequestAttributesSequence SQ
                          -
                            RequestedProcedureID SH 17
                          -
                            ReferencedSOPSequence SQ
                              -
                                PurposeOfReferenceCodeSequence SQ
                                  -
                                    CodeMeaning LO none
                            RequestedProcedureID SH NONE
                        """);
    }

    @Test
    void what_is_there_is_treated_as_without_the_rule() {
        String ofSites = """
                PatientID LO 4711
                InstitutionName LO St. Mary
                StationName SH
                """;
        Profile profile = keeping(
                add("InstitutionName", "Site 1"),
                add("StationName", "X"),
                add("PatientID", "NONE"),
                "{\"tag\": \"PatientID\", \"action\": \"empty\"}");
        assertThat(treat(profile, ofSites)).isEqualTo("""
                InstitutionName LO St. Mary
                StationName SH
                PatientID LO
                """);
        assertThat(treat(basic(add("InstitutionName", "Site 1"), add("StationName", "X")), ofSites))
                .contains("InstitutionName LO Site 1\nStationName SH X\n")
                .doesNotContain("Mary");
    }

    @Test
    void it_is_overwritten_only_if_the_rule_says_so() {
        String before = """
                InstitutionName LO St. Mary
                RequestAttributesSequence SQ
                  -
                    InstitutionName LO St. Mary
                """;
        String overwriting = add("InstitutionName", "Site 1", ", \"overwrite\": true");
        assertThat(treat(keeping(overwriting), before)).isEqualTo(before.replaceFirst("St. Mary", "Site 1"));
        assertThat(treat(keeping(overwriting), "StudyID SH 1")).isEqualTo("InstitutionName LO Site 1\nStudyID SH 1\n");
    }

    @Test
    void a_condition_asks_the_original() {
        Profile profile = keeping(
                "{\"tag\": \"Modality\", \"action\": \"delete\"}",
                add("BodyPartExamined", "HEAD", ", \"when\": \"Modality = CT and PatientAge absent\""),
                add("*.BodyPartExamined", "CHEST", ", \"when\": \"Modality = MR and /Modality = CT\""),
                add("PatientAge", "040Y"));
        String items = """
                ReferencedStudySequence SQ
                  -
                    Modality CS MR
                  -
                    Modality CS CT
                """;
        assertThat(treat(profile, "Modality CS CT\n" + items)).isEqualTo("""
                ReferencedStudySequence SQ
                  -
                    BodyPartExamined CS CHEST
                  -
                PatientAge AS 040Y
                BodyPartExamined CS HEAD
                """);
        assertThat(treat(profile, "Modality CS US\n" + items)).doesNotContain("BodyPart");
        assertThat(treat(profile, "Modality CS CT\nPatientAge AS 030Y\n")).isEqualTo("PatientAge AS 030Y\n");
    }

    @Test
    void of_several_the_one_with_a_condition_comes_first_then_the_later_one() {
        Profile profile = read(
                        "\"edition\": \"none\", ",
                        add("StudyID", "CT", ", \"when\": \"Modality = CT\""),
                        add("StudyID", "ANY"))
                .orThrow();
        assertThat(treat(profile, "Modality CS CT\n")).contains("StudyID SH CT");
        assertThat(treat(profile, "Modality CS MR\n")).contains("StudyID SH ANY");
        assertThat(read("", add("StudyID", "A"), add("/StudyID", "B")).problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("P125 rule 1: add of /(0020,0010) never acts, since add by site.json rule 2 comes later");
        assertThat(read("", add("StudyID", "A"), "{\"tag\": \"/StudyID\", \"action\": \"keep\"}")
                        .problems())
                .isEmpty();
        assertThat(read(
                                "",
                                "{\"tag\": \"/StudyID\", \"action\": \"keep\"}",
                                add("StudyID", "A", ", \"overwrite\": true"))
                        .problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .contains("P125 rule 1: keep of /(0020,0010) never acts");
    }

    @Test
    void private_attributes_come_into_the_block_of_their_creator() {
        String creator = add("(0029,\"STUDY 7\",1A)", "arm A", ", \"vr\": \"LO\"");
        String another = add("(0029,\"STUDY 7\",1B)", "3\\\\4", ", \"vr\": \"US\"");
        assertThat(treat(keeping(creator, another), """
                        (0029,0010) LO ACME
                        (0029,1001) LO x
                        (0029,1201) LO of nobody
                        """)).isEqualTo("""
                        (0029,0010) LO ACME
                        (0029,0011) LO STUDY 7
                        (0029,1001) LO x
                        (0029,111A) LO arm A
                        (0029,111B) US 3\\4
                        (0029,1201) LO of nobody
                        """);
        assertThat(treat(keeping(creator, another), """
                        (0029,0020) LO STUDY 7
                        (0029,201A) LO arm B
                        """)).isEqualTo("""
                        (0029,0020) LO STUDY 7
                        (0029,201A) LO arm B
                        (0029,201B) US 3\\4
                        """);
        assertThat(treat(basic(creator), "(0029,0010) LO ACME\n(0029,1001) LO x\n"))
                .contains("(0029,0011) LO STUDY 7\n(0029,111A) LO arm A\n")
                .doesNotContain("ACME");
    }

    @Test
    void values_are_written_as_the_vr_wants_them() {
        assertThat(treat(
                        keeping(
                                add("PixelSpacing", "0.5\\\\0.5"),
                                "{\"tag\": \"ImageType\", \"action\": \"add\", \"value\": [\"DERIVED\", \"PRIMARY\"]}",
                                "{\"tag\": \"Rows\", \"action\": \"add\", \"value\": 512}",
                                add("SmallestImagePixelValue", "-5", ", \"vr\": \"ss\""),
                                add("ReferringPhysicianName", ""),
                                add("PatientName", "Müller^Jürgen"),
                                add("PatientComments", "a\\\\b")),
                        "SpecificCharacterSet CS ISO_IR 100\n"))
                .isEqualTo("""
                        SpecificCharacterSet CS ISO_IR 100
                        ImageType CS DERIVED\\PRIMARY
                        ReferringPhysicianName PN
                        PatientName PN Müller^Jürgen
                        PatientComments LT a\\b
                        Rows US 512
                        PixelSpacing DS 0.5\\0.5
                        SmallestImagePixelValue SS -5
                        """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "StudyDate | 2020        | | has a value that is not of the form of VR DA",
                "StudyDate | 20200231    | | has a value that is no date of the calendar",
                "PatientSex | male       | | has a value that is not of the form of VR CS",
                "Rows | many             | | has a value that is no number that fits VR US",
                "Rows | 70000            | | has a value that is no number that fits VR US",
                "PixelSpacing | 0.5      | | has 1 value for PixelSpacing, which takes 2",
                "StudyID | 1             | , \"vr\": \"LO\" | can't make StudyID LO; its VR is SH",
                "StudyID | 1             | , \"vr\": \"XX\" | \"vr\" has to be a value representation of two letters, such as LO",
                "StudyID | 1             | , \"overwrite\": \"yes\" | \"overwrite\" has to be true or false",
                "PixelData | 1           | | can't make values of VR OW",
                "RequestAttributesSequence | 1 | | can't make values of VR SQ",
                "VR:LO | 1               | | needs one attribute, by its keyword, its tag, or creator and element",
                "(50xx,0010) | 1         | | needs one attribute, by its keyword, its tag, or creator and element",
                "(0029,\"ACME\",xx) | 1  | , \"vr\": \"LO\" | needs one attribute, by its keyword, its tag, or creator and element",
                "(0029,\"ACME\",01) | 1  | | needs \"vr\" for private attributes",
                "(0029,1001) | 1         | , \"vr\": \"LO\" | needs the creator of a private attribute: (gggg,\"CREATOR\",ee)",
                "(0002,0016) | AE        | | can't add (0002,0016), which has no place in a data set",
                "(0010,0000) | 1         | | can't add (0010,0000), which has no place in a data set",
            })
    void what_can_not_be_added_is_told_when_the_profile_is_loaded(
            String tag, String value, String more, String message) {
        assertThat(read("", add(tag, value, more == null ? "" : more)).problems())
                .extracting(Problem::message)
                .containsExactly("action add " + message);
    }

    @Test
    void what_the_table_removes_and_what_marks_is_warned_of() {
        Profile profile = basic(
                add("InstitutionName", "Site 1"),
                add("PatientIdentityRemoved", "NO", ", \"overwrite\": true"),
                "{\"tag\": \"LongitudinalTemporalInformationModified\", \"action\": \"keep\"}",
                add("ClinicalTrialProtocolID", "P1"),
                add("DeidentificationMethod", "by hand"));
        assertThat(CompiledProfile.of(profile).warnings())
                .containsExactly(
                        "site.json rule 1: InstitutionName (0008,0080) is removed by Table E.1-1 (X/Z/D) and added by the"
                                + " rule; make sure that its value tells nothing of a patient",
                        "site.json rule 2: PatientIdentityRemoved (0012,0062) is set by the de-identification itself; the"
                                + " rule has no effect on it at the root",
                        "site.json rule 3: LongitudinalTemporalInformationModified (0028,0303) is set by the"
                                + " de-identification itself; the rule has no effect on it at the root");
        assertThat(treat(profile, "Modality CS CT"))
                .contains("PatientIdentityRemoved CS YES\n", "DeidentificationMethod LO by hand\\DicomAnonymizer");
        assertThat(CompiledProfile.of(keeping(add("PatientIdentityRemoved", "YES")))
                        .warnings())
                .containsExactly("site.json rule 1: PatientIdentityRemoved (0012,0062) marks results as de-identified,"
                        + " though the profile does not apply the standard's table");
    }

    @Test
    void a_rule_for_items_of_a_sequence_that_goes_is_warned_of() {
        String inside = add("RequestAttributesSequence.RequestedProcedureID", "NONE");
        String keep = "{\"tag\": \"%s\", \"action\": \"keep\"}";
        assertThat(CompiledProfile.of(basic(inside)).warnings())
                .contains(
                        "site.json rule 1: add of RequestAttributesSequence.RequestedProcedureID never acts where Table"
                                + " E.1-1 (X) takes RequestAttributesSequence away; keep it by a rule of its own");
        for (String selector : new String[] {"RequestAttributesSequence", "(0040,02xx)", "VR:SQ"})
            assertThat(CompiledProfile.of(basic(inside, keep.formatted(selector)))
                            .warnings())
                    .noneMatch(warning -> warning.contains("takes RequestAttributesSequence away"));
        assertThat(CompiledProfile.of(keeping(inside)).warnings()).isEmpty();
    }

    @Test
    void log_preview_explanation_and_statement_show_it() {
        Profile profile = basic(
                add("InstitutionName", "Site 1"),
                add("StudyID", "S7", ", \"overwrite\": true, \"when\": \"Modality = CT\""));
        String before = "Modality CS CT\nStudyID SH Doe\n";
        ChangeLog log = anonymizer(profile).anonymize(DataSetText.parse(before));
        assertThat(log.changes())
                .containsEntry(new ChangeLog.Change(0x00080080, Effect.ADDED, "add by site.json rule 1"), 1)
                .containsEntry(new ChangeLog.Change(0x00200010, Effect.REPLACED, "add by site.json rule 2"), 1);

        DicomObject object = DicomObject.of((DicomDataSet) DataSetText.parse(before), TransferSyntax.EXPLICIT_LITTLE);
        Preview preview = new Treater(
                        CompiledProfile.of(profile), new Pseudonymizer(ProjectKey.of("a key for tests only")))
                .preview(object);
        assertThat(preview.lines())
                .contains(new Preview.Line(
                        "(0008,0080)", 0x00080080, VR.LO, Effect.ADDED, "add by site.json rule 1", "", "Site 1"));

        assertThat(new ProfileExplanation(profile, null).lines())
                .contains(
                        new ProfileExplanation.Line(
                                "(0008,0080)",
                                "InstitutionName",
                                "LO",
                                "",
                                "the result lacks it",
                                "added as \"Site 1\"",
                                "add by site.json rule 1"),
                        new ProfileExplanation.Line(
                                "(0020,0010)",
                                "StudyID",
                                "SH",
                                "",
                                "Modality = CT",
                                "replaced by \"S7\"",
                                "add by site.json rule 2"),
                        new ProfileExplanation.Line(
                                "(0020,0010)",
                                "StudyID",
                                "SH",
                                "",
                                "Modality = CT and the result lacks it",
                                "added as \"S7\"",
                                "add by site.json rule 2"));
        assertThat(anonymizer(profile).conformanceStatement())
                .contains(
                        "- /InstitutionName: add [site.json rule 1]. Adds the attribute",
                        "Here: value=Site 1.",
                        "| /InstitutionName | Site 1, where the result lacks it |\n"
                                + "| /StudyID | S7, when Modality = CT |\n");
    }

    @Test
    void code_and_command_line_name_it_by_arguments() {
        DataSet set = DataSetText.parse("Modality CS CT");
        Anonymizer.builder()
                .profile(Profile.keepAll())
                .rule("StudyID", "add", "S7")
                .build()
                .anonymize(set);
        assertThat(DataSetText.print(set)).isEqualTo("Modality CS CT\nStudyID SH S7\n");
        assertThatThrownBy(() -> Anonymizer.builder().rule("StudyID", "add"))
                .hasMessageContaining("takes value [overwrite] [vr]");
    }
}
