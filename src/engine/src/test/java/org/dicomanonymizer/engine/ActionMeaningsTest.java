// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the actions of the Python tool mean, where its own did something else, or failed. */
class ActionMeaningsTest {
    private static final String OF_EVERY_VR = """
            (0029,0010) LO ACME
            (0029,1001) AE STATION
            (0029,1002) AS 047Y
            (0029,1003) AT 00100010
            (0029,1004) CS CODE
            (0029,1005) DA 19471108
            (0029,1006) DS 4.7
            (0029,1007) DT 19471108
            (0029,1008) FD 4.7
            (0029,1009) FL 4.7
            (0029,100A) IS 47
            (0029,100B) LO Doe\\Jane
            (0029,100C) LT Doe
            (0029,100D) OB 4711
            (0029,100E) OD 4711471147114711
            (0029,100F) OF 47114711
            (0029,1010) OL 47114711
            (0029,1011) OV 4711471147114711
            (0029,1012) OW 4711
            (0029,1013) PN Doe^Jane=X^Y=Z
            (0029,1014) SH Doe
            (0029,1015) SL -47
            (0029,1016) SQ
              -
                SeriesDescription LO Doe
            (0029,1017) SS -47
            (0029,1018) ST Doe
            (0029,1019) SV -47
            (0029,101A) TM 0811
            (0029,101B) UC Doe
            (0029,101C) UI 1.2.3\\1.2.4
            (0029,101D) UL 47
            (0029,101E) UN 4711
            (0029,101F) UR http://doe.example/
            (0029,1020) US 47
            (0029,1021) UT Doe
            (0029,1022) UV 47
            """;

    private final List<Rule> rules = new ArrayList<>();
    private List<String> warnings = List.of();

    private ActionMeaningsTest rule(String selector, String action, String... arguments) {
        return rule(selector, action, Actions.create(action, List.of(arguments)));
    }

    private ActionMeaningsTest rule(String selector, String name, ElementAction action) {
        rules.add(new Rule(SelectorParser.parse(selector), action, name, "rule " + (rules.size() + 1)));
        return this;
    }

    private String keepingAll(String before) {
        return treat(Profile.keepAll(), before);
    }

    private String treat(Profile profile, String before) {
        Anonymizer.Builder builder = Anonymizer.builder().profile(profile).key(ProjectKey.of("a key for tests only"));
        rules.forEach(builder::rule);
        DataSet set = DataSetText.parse(before);
        warnings = builder.build().anonymize(set).warnings();
        for (int tag : set.tags()) if (tag >>> 16 == 0x0012 || tag == 0x00280303) set.remove(tag);
        return DataSetText.print(set);
    }

    @Test
    void replace_gives_every_VR_a_legal_dummy() {
        assertThat(rule("(0029,\"ACME\",xx)", "replace").keepingAll(OF_EVERY_VR).replaceAll("2\\.25\\.\\d+", "NEW"))
                .isEqualTo("""
                        (0029,0010) LO ACME
                        (0029,1001) AE ANONYMIZED
                        (0029,1002) AS 000Y
                        (0029,1003) AT 00000000
                        (0029,1004) CS ANONYMIZED
                        (0029,1005) DA 19000101
                        (0029,1006) DS 0
                        (0029,1007) DT 19000101000000
                        (0029,1008) FD 0.0
                        (0029,1009) FL 0.0
                        (0029,100A) IS 0
                        (0029,100B) LO ANONYMIZED
                        (0029,100C) LT ANONYMIZED
                        (0029,100D) OB 0000
                        (0029,100E) OD 0000000000000000
                        (0029,100F) OF 00000000
                        (0029,1010) OL 00000000
                        (0029,1011) OV 0000000000000000
                        (0029,1012) OW 0000
                        (0029,1013) PN ANONYMIZED
                        (0029,1014) SH ANONYMIZED
                        (0029,1015) SL 0
                        (0029,1016) SQ
                          -
                            SeriesDescription LO ANONYMIZED
                        (0029,1017) SS 0
                        (0029,1018) ST ANONYMIZED
                        (0029,1019) SV 0
                        (0029,101A) TM 000000
                        (0029,101B) UC ANONYMIZED
                        (0029,101C) UI NEW\\NEW
                        (0029,101D) UL 0
                        (0029,101E) UN 0000
                        (0029,101F) UR about:blank
                        (0029,1020) US 0
                        (0029,1021) UT ANONYMIZED
                        (0029,1022) UV 0
                        """)
                .doesNotContain("Doe");
    }

    @Test
    void empty_leaves_no_value_in_any_VR_and_no_item_in_a_sequence() {
        assertThat(rule("(0029,\"ACME\",xx)", "empty").keepingAll(OF_EVERY_VR))
                .isEqualTo(OF_EVERY_VR.replaceAll("(?m)^ .*\n", "").replaceAll("(?m)^(\\(0029,10..\\) ..).*", "$1"));
    }

    @Test
    void delete_removes_every_VR_dates_too_and_then_the_creator() {
        assertThat(rule("(0029,\"ACME\",xx)", "delete")
                        .rule("StudyDate", "delete")
                        .keepingAll("StudyDate DA 20200102\n" + OF_EVERY_VR))
                .isEmpty();
    }

    @Test
    void replace_writes_as_many_values_as_the_attribute_needs_and_leaves_what_is_empty() {
        assertThat(rule("ImageOrientationPatient", "replace")
                        .rule("PixelSpacing", "replace")
                        .keepingAll("ImageOrientationPatient DS 1\\0\\0\\0\\1\\0\nPixelSpacing DS\n"))
                .isEqualTo("ImageOrientationPatient DS 0\\0\\0\\0\\0\\0\nPixelSpacing DS\n");
    }

    @Test
    void replace_keeps_the_length_that_other_attributes_tell() {
        assertThat(rule("LUTData", "replace")
                        .rule("RedPaletteColorLookupTableData", "replace")
                        .keepingAll("""
                        RedPaletteColorLookupTableData OW 010203040506
                        LUTData US 1\\2\\3
                        """))
                .isEqualTo("RedPaletteColorLookupTableData OW 000000000000\nLUTData US 0\\0\\0\n");
    }

    @Test
    void keep_on_a_sequence_still_treats_its_items() {
        assertThat(rule("RequestAttributesSequence", "keep").treat(Profile.basic(), """
                        RequestAttributesSequence SQ
                          -
                            StudyInstanceUID UI 1.2.3
                            RequestedProcedureDescription LO for Doe
                            ScheduledProtocolCodeSequence SQ
                              -
                                CodeMeaning LO Head
                        """))
                .contains("UI 2.25.", "CodeMeaning LO Head")
                .doesNotContain("Doe");
    }

    @Test
    void replace_UID_maps_each_value_and_leaves_what_is_no_UID_attribute_alone_to_the_table() {
        assertThat(rule("(0008,3010)", "replace_UID").keepingAll("IrradiationEventUID UI 1.2\\1.3\\1.2\n"))
                .matches("IrradiationEventUID UI (2\\.25\\.\\d+)\\\\(2\\.25\\.\\d+)\\\\\\1\n");
        assertThatThrownBy(() -> rule("PatientName", "replace_UID").keepingAll(""))
                .hasMessageContaining("replace_UID can't treat PatientName");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            PN, Doe^Jane,        (?P<family>\\w+)\\^.*, \\g<family>, Doe
            LO, `A 17\\B 18`,    \\d,                   #,           `A ##\\B ##`
            LO, whole,           .*,                   X,           X
            LO, ab,              (a)(b),               \\2\\1,      ba
            DS, `1.5\\2.5`,      5$,                   7,           `1.7\\2.7`
            SH, a$b,             \\$,                  \\g<0>$,     a$$b
            IS, 0012,            ^0+,                  ``,          12
            """)
    void regexp_works_on_each_value_of_any_text(String vr, String value, String find, String replace, String after) {
        assertThat(rule("VR:" + vr, "regexp", find, replace)
                        .keepingAll("(0029,0010) LO \n(0029,1001) " + vr + " " + value + "\n"))
                .endsWith("(0029,1001) " + vr + " " + after + "\n");
    }

    @Test
    void regexp_may_blank_month_and_day_with_a_warning() {
        assertThat(rule("StudyDate", "regexp", "0701$", "0000").treat(Profile.basic(), "StudyDate DA 20080701\n"))
                .isEqualTo("StudyDate DA 20080000\n");
        assertThat(warnings).singleElement().asString().contains("(0008,0020)").doesNotContain("2008");
    }

    @Test
    void regexp_that_makes_an_illegal_value_refuses_the_object() {
        assertThatThrownBy(() -> rule("PatientSex", "regexp", "F", "f!").keepingAll("PatientSex CS F\n"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("(0010,0040)")
                .hasMessageNotContaining("f!");
    }

    @Test
    void replace_with_value_converts_to_the_VR_and_adds_nothing() {
        rule("Rows", "replace_with_value", "7").rule("PatientAge", "replace_with_value", "030Y");
        rule("ImageType", "list", Actions.create("replace_with_value", Map.of("value", List.of("DERIVED", "OTHER"))));
        assertThat(keepingAll("ImageType CS ORIGINAL\nRows US 512\n"))
                .isEqualTo("ImageType CS DERIVED\\OTHER\nRows US 7\n");
    }

    @Test
    void replace_with_value_extends_the_character_set_where_needed() {
        assertThat(rule("PatientName", "replace_with_value", "\u5c71\u7530").keepingAll("""
                        SpecificCharacterSet CS ISO_IR 100
                        InstitutionName LO H\u00f4pital
                        PatientName PN Doe
                        """))
                .isEqualTo("""
                        SpecificCharacterSet CS ISO_IR 192
                        InstitutionName LO H\u00f4pital
                        PatientName PN \u5c71\u7530
                        """);
    }

    @Test
    void replace_with_value_of_the_wrong_kind_refuses_the_object() {
        assertThatThrownBy(
                        () -> rule("(0028,00xx)", "replace_with_value", "many").keepingAll("Rows US 512\n"))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "(0028,0010): the value of the rule is no number that fits VR US; write a number of its range");
        assertThatThrownBy(() -> rule("VR:US", "replace_with_value", "many").keepingAll("Rows US 512\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("values of VR US: the value is no number that fits VR US");
        assertThatThrownBy(() -> rule("Rows", "replace_with_value", "many").keepingAll("Rows US 512\n"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Rows (0028,0010): the value is no number that fits VR US");
    }

    @Test
    void the_most_specific_rule_wins_and_of_equals_the_later() {
        rule("VR:LO", "replace_with_value", "by VR").rule("(0018,xxxx)", "replace_with_value", "by mask");
        rule("(0018,10xx)", "replace_with_value", "by closer mask");
        rule("ProtocolName", "replace_with_value", "by first tag");
        rule("ProtocolName", "replace_with_value", "by tag");
        rule("DeviceSerialNumber", "keep").rule("(0x0018,0x1000,0xFFFF,0xFFF0)", "delete");
        rule("RequestAttributesSequence.ProtocolName", "replace_with_value", "by path");
        assertThat(keepingAll("""
                        InstitutionName LO A
                        ContrastBolusAgent LO A
                        DeviceSerialNumber LO A
                        SecondaryCaptureDeviceManufacturer LO A
                        SoftwareVersions LO A
                        ProtocolName LO A
                        RequestAttributesSequence SQ
                          -
                            ProtocolName LO A
                        """)).isEqualTo("""
                        InstitutionName LO by VR
                        ContrastBolusAgent LO by mask
                        DeviceSerialNumber LO A
                        SecondaryCaptureDeviceManufacturer LO by closer mask
                        SoftwareVersions LO by closer mask
                        ProtocolName LO by tag
                        RequestAttributesSequence SQ
                          -
                            ProtocolName LO by path
                        """);
    }

    @Test
    void private_elements_are_kept_by_range_at_their_depth_and_in_their_block() {
        rule("(0x7053,0x0000,0xFFFF,0x00FF)", "keep").rule("(0029,xx10)", "keep");
        assertThat(treat(Profile.basic(), """
                        PerformedProtocolCodeSequence SQ
                          -
                            (7053,0012) LO Philips PET Private Group
                            (7053,1200) DS 1.5
                            (7053,1203) ST /home/doe
                        (0029,0011) LO SIEMENS CSA HEADER
                        (0029,0012) LO OTHER
                        (0029,1110) OB 0102
                        (0029,1120) OB 0304
                        (0029,1211) LO OTHER
                        """)).isEqualTo("""
                        (0029,0011) LO SIEMENS CSA HEADER
                        (0029,1110) OB 0102
                        PerformedProtocolCodeSequence SQ
                          -
                            (7053,0012) LO Philips PET Private Group
                            (7053,1200) DS 1.5
                        """);
    }

    @Test
    void an_exception_of_a_function_refuses_the_object() {
        rule("PatientName", "function", ElementAction.of((dataSet, element, context) -> {
            throw new IllegalStateException("no");
        }));
        assertThatThrownBy(() -> keepingAll("PatientName PN Doe\n")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void referenced_images_are_removed_or_mapped_and_never_blank() {
        String references = """
                ReferencedImageSequence SQ
                  -
                    ReferencedSOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
                    ReferencedSOPInstanceUID UI 1.2.3
                """;
        String ct = "SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2\n";
        assertThat(treat(Profile.basic(), ct + references)).doesNotContain("UID UI\n", "1.2.3\n");
        assertThat(rule("ReferencedImageSequence", "keep").treat(Profile.basic(), ct + references))
                .contains("ReferencedSOPInstanceUID UI 2.25.", "ReferencedSOPClassUID UI 1.2.840.10008.5.1.4.1.1.2");
    }
}
