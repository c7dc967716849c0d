// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final DataSet OBJECT = DataSetText.parse("""
            ImageType CS ORIGINAL\\PRIMARY\\AXIAL
            StudyDate DA 20240229
            Modality CS CT
            Manufacturer LO ACME Inc.
            StudyDescription LO
            ReferencedStudySequence SQ
              -
                ReferencedSOPInstanceUID UI 1.2.3
                Modality CS MR
              -
                ReferencedSOPInstanceUID UI 4.5.6
            (0019,0010) LO ACME HEADER
            (0019,1008) LO helical
            SliceThickness DS 5.0
            Rows US 512
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Modality = CT",
                "(0008,0060) = CT",
                "00080060=CT",
                "Modality = \"CT\"",
                "Modality != MR",
                "Modality in (MR, CT)",
                "Modality IN (CT)",
                "not Modality in (MR, US)",
                "ImageType = AXIAL",
                "Manufacturer = 'ACME Inc.'",
                "Manufacturer matches '(?i)^acme\\b'",
                "Manufacturer matches \"Inc\\.\"",
                "StudyDescription present",
                "StudyDescription empty",
                "not StudyDescription absent",
                "PatientID absent",
                "not PatientID empty",
                "SliceThickness = 5",
                "SliceThickness >= 5",
                "Rows > 511 and Rows < 513",
                "Rows = 512.0",
                "StudyDate < 20240301",
                "ReferencedStudySequence present",
                "ReferencedStudySequence.ReferencedSOPInstanceUID = 1.2.3",
                "ReferencedStudySequence.Modality = MR",
                "(0019,\"ACME HEADER\",08) = helical",
                "(0019,\"OTHER\",08) absent",
                "Modality = MR or Modality = CT and Rows = 512",
                "not (Modality = MR or Modality = US)",
                "not Modality = MR and not not Rows = 512",
                "((Modality = CT))"
            })
    void holds(String text) {
        assertThat(Condition.parse(text).holds(OBJECT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Modality = MR",
                "Modality = ct",
                "Modality != CT",
                "ImageType != AXIAL",
                "PatientID != 4711",
                "PatientID = ''",
                "PatientID present",
                "PatientID empty",
                "Modality empty",
                "StudyDescription = x",
                "StudyDate < 5 or PatientID absent and Modality = MR",
                "SliceThickness < 5",
                "ReferencedStudySequence.ReferencedSOPInstanceUID = 4.5.6",
                "RequestAttributesSequence.RequestedProcedureID present",
                "(0019,\"OTHER\",08) present",
                "(Modality = MR or Modality = CT) and Rows = 1"
            })
    void does_not_hold(String text) {
        assertThat(Condition.parse(text).holds(OBJECT)).isFalse();
    }

    @Test
    void a_plain_attribute_is_that_of_the_item_and_a_slash_leads_to_the_root() {
        DataSet first = OBJECT.items(0x00081110).get(0);
        DataSet second = OBJECT.items(0x00081110).get(1);
        assertThat(Condition.parse("Modality = MR").holds(first)).isTrue();
        assertThat(Condition.parse("/Modality = CT").holds(first)).isTrue();
        assertThat(Condition.parse("Modality = CT").holds(second)).isFalse();
        assertThat(Condition.parse("Modality absent").holds(second)).isTrue();
        assertThat(Condition.parse("/ReferencedStudySequence.Modality = MR").holds(second))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /Modality = CT                                   | true
            /Modality = MR or Rows = 512                     | Rows = 512
            /Modality = CT and not (Rows = 512 or /Rows < 1) | not Rows = 512
            /Modality = MR and Rows = 512                    | false
            not /Modality = CT                               | false
            """)
    void what_is_asked_about_the_root_is_answered_once(String text, String left) {
        Condition answered = Condition.parse(text).withRoot(OBJECT);
        if (answered instanceof Condition.Constant constant)
            assertThat(constant.value()).isEqualTo(Boolean.parseBoolean(left));
        else assertThat(answered).isEqualTo(Condition.parse(left));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Modality = CT",
                "/ReferencedStudySequence.Modality in (CT, \"M R\", \"it's\")",
                "(0019,\"ACME HEADER\",08) matches \"^\\d+ \"\"x\"\"$\"",
                "not (Modality = CT or Modality = MR) and Rows >= 512 and PatientID absent",
                "(Modality empty or Modality = '') and (not Rows = 1 or Rows = 2)"
            })
    void the_text_of_a_condition_gives_the_same_condition(String text) {
        Condition condition = Condition.parse(text);
        assertThat(Condition.parse(condition.toString())).isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                            | condition, character 1: expected an attribute: a keyword, (gggg,eeee) or (gggg,"CREATOR",ee), found the end
            Modality                      | condition, character 9: expected =, !=, <, <=, >, >=, in, matches, present, absent or empty, found the end
            Modality CT                   | condition, character 10: expected =, !=, <, <=, >, >=, in, matches, present, absent or empty, found "CT"
            Modality =                    | condition, character 11: expected a value: a word, or text in quotes, found the end
            Modality = "CT                | condition, character 12: expected a value: a word, or text in quotes, found ""CT"
            Modality = CT MR              | condition, character 15: expected "and", "or" or the end, found "MR"
            Modality in CT                | condition, character 13: expected "(", found "CT"
            Modality in (CT MR)           | condition, character 17: expected ")", found "MR)"
            (Modality = CT                | condition, character 15: expected ")", found the end
            Modality = CT)                | condition, character 14: expected "and", "or" or the end, found ")"
            Modality matches CT           | condition, character 18: expected a regular expression in quotes, found "CT"
            Modality matches "C(T"        | condition, character 18: "C(T" is no regular expression: Unclosed group at position 4
            Modalty = CT                  | condition, character 1: "Modalty" is no attribute of the DICOM dictionary; did you mean "Modality"?
            Foo = CT                      | condition, character 1: "Foo" is no attribute of the DICOM dictionary
            OverlayData present           | condition, character 1: "OverlayData" names several attributes, a condition asks about one
            Rows < many                   | condition, character 8: expected a number, found "many"
            PatientName < 5               | condition, character 13: "PatientName" has VR PN, which can't be asked by "<"
            PixelData matches "x"         | condition, character 11: "PixelData" has VR OB, which can't be asked by "matches"
            ReferencedStudySequence = CT  | condition, character 25: "ReferencedStudySequence" has VR SQ, which can't be asked by "="
            """)
    void a_fault_is_told_with_its_place(String text, String message) {
        assertThatThrownBy(() -> Condition.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(message);
    }

    @Test
    void a_search_without_end_is_given_up() {
        DataSet set = DataSetText.parse("ImageComments LT " + "a".repeat(5000));
        Condition slow = Condition.parse("ImageComments matches 'a*a*a*a*a*a*x'");
        Condition deep = Condition.parse("ImageComments matches '^(a|b|!)*$'");
        assertThatThrownBy(() -> slow.holds(set)).isInstanceOf(TimedPattern.TooSlow.class);
        DataSet large = DataSetText.parse("ImageComments LT " + "ab".repeat(100_000));
        assertThatThrownBy(() -> deep.holds(large)).isInstanceOf(TimedPattern.TooSlow.class);
    }
}
