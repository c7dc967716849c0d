// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.engine.ProfileExplanation.Line;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.Supplement;
import org.junit.jupiter.api.Test;

class ProfileExplanationTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String DX = "1.2.840.10008.5.1.4.1.1.1.1";

    private static final Profile SITE =
            ProfileReader.read("""
                    { "name": "site", "description": "For tests.", "options": ["RetainUIDs"],
                      "rules": [
                        { "tag": "StudyDescription", "action": "keep", "when": "Modality = CT" },
                        { "tag": "VR:LT", "action": "empty" },
                        { "tag": "SeriesNumber", "action": "delete" },
                        { "tag": "RequestAttributesSequence.StudyID", "action": "keep" } ] }
                    """, "site.json", Path.of("")).orThrow();

    private static List<String> told(ProfileExplanation explanation, String attribute) {
        return explanation.lines().stream()
                .filter(line -> line.attribute().equals(attribute))
                .map(line -> line.type() + "|" + line.when() + "|" + line.effect() + "|" + line.reason())
                .toList();
    }

    @Test
    void every_attribute_of_the_tables_and_of_the_rules_is_told() {
        List<String> attributes = new ProfileExplanation(SITE, CT)
                .lines().stream().map(Line::attribute).toList();
        SITE.edition().rows().stream()
                .filter(row -> row.tag().isExact() && row.tag().value() >>> 16 != 0x0002)
                .forEach(row -> assertThat(attributes).contains(row.keyword()));
        Supplement.rows()
                .forEach(extra -> assertThat(attributes).contains(extra.row().keyword()));
        assertThat(attributes).contains("SeriesNumber", "any private attribute");
    }

    @Test
    void the_type_in_the_iod_decides() {
        assertThat(told(new ProfileExplanation(Profile.basic(), CT), "ContentDate"))
                .containsExactly("2||emptied|E.1-1 Z/D");
        assertThat(told(new ProfileExplanation(Profile.basic(), null), "ContentDate"))
                .containsExactly("1||replaced by a dummy|E.1-1 Z/D");
        assertThat(told(new ProfileExplanation(Profile.basic(), DX), "AcquisitionDateTime"))
                .containsExactly("||removed|E.1-1 X/Z/D");
    }

    @Test
    void options_and_rules_of_the_site_are_told_by_name() {
        ProfileExplanation explanation = new ProfileExplanation(SITE, CT);
        assertThat(told(explanation, "StudyInstanceUID")).containsExactly("||kept|RetainUIDs K");
        assertThat(told(explanation, "PatientComments"))
                .singleElement()
                .asString()
                .endsWith("|empty by site.json rule 2");
        assertThat(told(explanation, "SeriesNumber"))
                .singleElement()
                .asString()
                .endsWith("|delete by site.json rule 3");
        assertThat(told(explanation, "StudyID")).containsExactly("||emptied|E.1-1 Z");
    }

    @Test
    void a_condition_stands_before_what_holds_otherwise() {
        assertThat(told(new ProfileExplanation(SITE, CT), "StudyDescription"))
                .containsExactly("|Modality = CT|kept|keep by site.json rule 1", "||removed|E.1-1 X");
    }

    @Test
    void what_no_table_lists_is_told_together_where_the_same_is_done() {
        assertThat(new ProfileExplanation(Profile.basic(), CT)
                        .lines().stream()
                                .filter(line -> line.attribute().contains(" others of VR"))
                                .map(line -> line.attribute().replaceAll("\\d+ ", "") + " " + line.effect()))
                .contains(
                        "others of VR DA DT TM, such as ItemInventoryDateTime: replaced by a dummy",
                        "others of VR SQ, such as LanguageCodeSequence: kept, its items are treated",
                        "others of VR UI, such as SOPClassUID: kept",
                        "others of VR PN, such as SecondaryReviewerName: replaced by a dummy")
                .noneMatch(line -> line.contains("PN") && line.contains("kept"));
        assertThat(told(new ProfileExplanation(Profile.keepAll(), null), "any private attribute"))
                .containsExactly("||kept|private attributes are kept");
    }

    @Test
    void inside_sequences_only_what_differs_is_told() {
        Profile profile = ProfileReader.read("""
                        { "name": "site", "rules": [
                            { "tag": "ReferencedRequestSequence", "action": "delete" },
                            { "tag": "OtherPatientIDsSequence", "action": "keep" },
                            { "tag": "OtherPatientIDsSequence.TypeOfPatientID", "action": "add", "value": "TEXT" } ] }
                        """, "site.json", Path.of("")).orThrow();
        ProfileExplanation explanation = new ProfileExplanation(profile, CT);
        assertThat(explanation.nested())
                .contains(new Line(
                        "(0010,0022)",
                        "OtherPatientIDsSequence.TypeOfPatientID",
                        "CS",
                        "",
                        "the result lacks it",
                        "added as \"TEXT\"",
                        "add by site.json rule 3"))
                .extracting(Line::attribute)
                .as("sequences that go")
                .noneMatch(attribute -> attribute.startsWith("ReferencedRequestSequence."));
        assertThat(new ProfileExplanation(Profile.basic(), CT).nested())
                .containsOnlyOnce(new Line(
                        "(0040,1001)",
                        "ReferencedRequestSequence.RequestedProcedureID",
                        "SH",
                        "2",
                        "",
                        "emptied",
                        "E.1-1 X"));
        assertThat(ExplanationFormat.TEXT.write(explanation))
                .contains("OtherPatientIDsSequence.TypeOfPatientID: when the result lacks it: added as \"TEXT\" [add");
    }

    @Test
    void text_that_is_cleaned_is_not_told_as_emptied() {
        assertThat(told(new ProfileExplanation(Profiles.named("research"), CT), "StudyDescription"))
                .containsExactly("||cleaned of what identifies|CleanDescriptors C");
    }

    @Test
    void what_rules_of_the_site_do_is_told_in_the_words_of_the_standards() {
        for (ActionFactory action : Actions.all())
            assertThat(ResourceLines.rows(ProfileExplanation.class, "effects.tsv"))
                    .anyMatch(row -> row[0].equals(action.name()));
        assertThat(told(new ProfileExplanation(SITE, CT), "SeriesNumber"))
                .singleElement()
                .asString()
                .contains("|removed|delete by");
    }

    @Test
    void content_items_are_told_by_concept() {
        Profile profile = Profile.basic().withOptions(Set.of(ProfileOption.CLEAN_STRUCTURED_CONTENT));
        ProfileExplanation explanation = new ProfileExplanation(profile, "1.2.840.10008.5.1.4.1.1.88.33");
        assertThat(explanation.content())
                .hasSize(214)
                .extracting(line -> line.attribute() + ": " + line.effect() + " [" + line.reason() + "]")
                .contains(
                        "Patient State (109054, DCM) TEXT: item removed [E.3.4-1 X]",
                        "Person Observer Name (121008, DCM) PNAME: replaced by a dummy [E.1-1 D]");
        assertThat(ExplanationFormat.TEXT.write(explanation))
                .contains("Patient State (109054, DCM) TEXT: item removed");
        assertThat(ExplanationFormat.JSON.write(explanation)).contains("\"content\"");
        assertThat(new ProfileExplanation(Profile.basic(), CT).content()).isEmpty();
    }

    @Test
    void the_text_begins_with_words() {
        assertThat(ExplanationFormat.TEXT.write(new ProfileExplanation(SITE, CT)))
                .startsWith("""
                        Profile site

                        For tests.
                        Table E.1-1 of DICOM PS3.15, edition 2026d, applies.
                        Options: RetainUIDs.
                        Private attributes go where neither a rule nor an option keeps them.

                        Rules of the site, in the order in which they are asked:

                        - RequestAttributesSequence.StudyID: keep [site.json rule 4]. Leaves the element as it is; the items of a sequence are still treated one by one.
                        """)
                .contains("What happens at the root of a CT Image Storage object; the type is told where it decides:")
                .containsPattern("\\(0010,0010\\) PN +PatientName +replaced by a pseudonym \\[patient's pseudonym]");
    }

    @Test
    void markdown_and_json_tell_the_same() throws Exception {
        ProfileExplanation explanation = new ProfileExplanation(SITE, CT);
        assertThat(ExplanationFormat.MARKDOWN.write(explanation))
                .startsWith("# Profile site\n")
                .contains("| tag | attribute | VR | type | what happens | by |\n|---|---|---|---|---|---|\n")
                .contains("| (0008,0023) | ContentDate | DA | 2 | emptied | E.1-1 Z/D |\n");
        JsonNode json = new ObjectMapper().readTree(ExplanationFormat.JSON.write(explanation));
        assertThat(json.path("sopClass").asText()).isEqualTo(CT);
        assertThat(json.path("rules")).hasSize(4);
        assertThat(json.path("attributes")).hasSameSizeAs(explanation.lines());
    }
}
