// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Condition;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;

/** Rules with conditions: what they ask is the original, at the place where they apply. */
class ConditionalRuleTest {
    private static final Map<String, String> ARGUMENT = Map.of("replace_with_value", "value");

    /** Each rule as "tag action [value] [when condition]". */
    private static String treat(String before, String... rules) {
        List<Rule> parsed = new ArrayList<>();
        for (String rule : rules) {
            String[] parts = rule.split(" when ", 2);
            String[] words = parts[0].split(" ", 3);
            Map<String, String> parameters = words.length < 3 ? Map.of() : Map.of(ARGUMENT.get(words[1]), words[2]);
            parsed.add(Rule.of(SelectorParser.parse(words[0]), words[1], parameters, "rule " + (parsed.size() + 1))
                    .onlyWhen(parts.length < 2 ? null : Condition.parse(parts[1])));
        }
        DataSet set = DataSetText.parse(before);
        Anonymizer.builder().profile(Profile.keepAll().with(parsed)).build().anonymize(set);
        return DataSetText.print(set);
    }

    @Test
    void a_condition_asks_the_original_though_the_attribute_is_changed_first() {
        assertThat(treat("""
                        Modality CS CT
                        StudyDescription LO Chest
                        """, "Modality replace_with_value OT", "StudyDescription delete when Modality = CT"))
                .isEqualTo("""
                        Modality CS OT
                        """);
    }

    @Test
    void a_condition_is_about_the_item_that_holds_the_element() {
        assertThat(treat("""
                        Modality CS CT
                        SeriesDescription LO root
                        ReferencedSeriesSequence SQ
                          -
                            Modality CS MR
                            SeriesDescription LO first
                          -
                            SeriesDescription LO second
                        """, "SeriesDescription delete when Modality = MR")).isEqualTo("""
                        Modality CS CT
                        SeriesDescription LO root
                        ReferencedSeriesSequence SQ
                          -
                            Modality CS MR
                          -
                            SeriesDescription LO second
                        """);
    }

    @Test
    void a_slash_asks_the_root_as_it_was() {
        assertThat(treat("""
                        Modality CS CT
                        ReferencedSeriesSequence SQ
                          -
                            Modality CS MR
                            SeriesDescription LO first
                        """, "/Modality delete", "SeriesDescription delete when /Modality = CT and Modality = MR"))
                .isEqualTo("""
                        ReferencedSeriesSequence SQ
                          -
                            Modality CS MR
                        """);
    }

    @Test
    void a_rule_that_does_not_apply_leaves_the_element_to_the_next_most_specific() {
        String before = """
                Modality CS %s
                RequestAttributesSequence SQ
                  -
                    RequestedProcedureID SH 17
                """;
        String[] rules = {
            "VR:SH replace_with_value VR",
            "RequestedProcedureID replace_with_value TAG when /Modality in (CT, MR)",
            "**.RequestedProcedureID replace_with_value PATH when /Modality = CT",
        };
        assertThat(treat(before.formatted("CT"), rules)).contains("RequestedProcedureID SH PATH");
        assertThat(treat(before.formatted("MR"), rules)).contains("RequestedProcedureID SH TAG");
        assertThat(treat(before.formatted("US"), rules)).contains("RequestedProcedureID SH VR");
    }

    @Test
    void of_equally_specific_rules_the_one_with_a_condition_wins_wherever_it_stands() {
        String before = """
                Modality CS %s
                StudyDescription LO Chest
                """;
        String[] rules = {
            "StudyDescription replace_with_value OLDER when Modality in (CT, MR)",
            "StudyDescription replace_with_value CT when Modality = CT",
            "StudyDescription replace_with_value ANY",
        };
        assertThat(treat(before.formatted("CT"), rules)).contains("StudyDescription LO CT");
        assertThat(treat(before.formatted("MR"), rules)).contains("StudyDescription LO OLDER");
        assertThat(treat(before.formatted("US"), rules)).contains("StudyDescription LO ANY");
    }

    @Test
    void private_elements_masks_and_paths_take_conditions_too() {
        assertThat(treat(
                        """
                        Modality CS CT
                        (0019,0010) LO ACME
                        (0019,1001) LO one
                        (0019,1002) LO two
                        (0019,1003) LO three
                        PatientComments LT a
                        PatientState LO b
                        """,
                        "(0019,\"ACME\",01) delete when Modality = CT",
                        "(0019,\"ACME\",02) delete when Modality = MR",
                        "private empty when (0019,\"ACME\",03) = three",
                        "(0010,4xxx) empty when Modality = CT",
                        "/PatientState delete when PatientComments = a"))
                .isEqualTo("""
                        Modality CS CT
                        PatientComments LT
                        (0019,0010) LO ACME
                        (0019,1002) LO
                        (0019,1003) LO
                        """);
    }

    @Test
    void a_condition_without_end_refuses_the_object_and_names_the_rule() {
        String before = "ImageComments LT " + "a".repeat(5000);
        assertThatThrownBy(() -> treat(before, "ImageComments keep when ImageComments matches 'a*a*a*a*a*a*x'"))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "rule 1: the regular expression of its condition takes longer than a second on a value; make it simpler");
    }
}
