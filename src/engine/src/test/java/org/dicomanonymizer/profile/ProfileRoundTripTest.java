// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.identity.KeyReference;
import org.dicomanonymizer.rule.Condition;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading what was written gives the same profile. */
class ProfileRoundTripTest {
    @TempDir
    Path folder;

    private static final String FULL = """
            {
              "name": "full",
              "description": "Everything that a profile can say.",
              "edition": "2024b",
              "options": ["RetainUIDs", "RetainLongitudinalModifiedDates", "RetainSafePrivate"],
              "rules": [
                { "tag": "PatientID", "action": "pseudonym", "prefix": "STUDY7-", "length": 12 },
                { "tag": "(0008,103E)", "action": "keep", "comment": "the site writes no names here" },
                { "tag": "(0019,\\"SIEMENS MR HEADER\\",0C)", "action": "keep" },
                { "tag": "(0021,\\"A \\u00e9, B.\\",xx)", "action": "delete" },
                { "tag": "(50xx,xxxx)", "action": "delete" },
                { "tag": "(0x5000,0x0000,0xFF00,0x0000)", "action": "delete" },
                { "tag": "(0x7053,0x0000,0xFFFF,0x00FF)", "action": "keep" },
                { "tag": "VR:LT", "action": "empty" },
                { "tag": "ClinicalTrialSiteID", "action": "add", "value": "S1", "overwrite": true },
                { "tag": "*.(0029,\\"ACME\\",01)", "action": "add", "value": ["A", "B"], "vr": "LO" },
                { "tag": "OtherPatientIDs", "action": "lookup", "table": "ids.tsv", "from": "old", "to": "new",
                  "missing": "pseudonym" },
                { "tag": "private", "action": "delete" },
                { "tag": "/AccessionNumber", "action": "delete" },
                { "tag": "RequestAttributesSequence.**.*.ScheduledProcedureStepID",
                  "action": "replace_with_value", "value": ["A", 7] },
                { "tag": "StudyDescription", "when": "/Modality in (CT, MR) and not (Rows > 5 or PatientID absent)",
                  "action": "regexp", "find": "\\\\b[A-Z]{2}\\\\d{6}\\\\b", "replace": "" }
              ],
              "dates": { "shift": "10..20 days", "per": "patient", "times": "shift",
                         "reference": { "file": "events.csv", "event": "ENROLLMENT", "missing": "omit" } },
              "identity": { "key": { "environment": "STUDY7_KEY" }, "project": "STUDY7",
                            "pseudonym": { "prefix": "S7-", "length": 10 } },
              "text": { "words": ["ThorXL", "Kniescan"], "unknown": "remove" },
              "private": { "keep": false, "safe": ["(0019,\\"ACME\\",0C)"], "safeFiles": ["safe.csv", "safe.json"] },
              "pixels": { "regions": [ { "when": "Modality = US and Manufacturer = ACME", "rectangles": ["0,0,800,60"] },
                                       { "rectangles": ["1,2,3,4", "5,6,7,8"] } ],
                          "onBurnedIn": "refuse" },
              "encryption": { "recipients": ["/etc/recipient.pem"] },
              "onDeidentified": "unchanged",
              "verify": true,
              "onFailure": "refuse"
            }
            """;

    private Profile read(String json) {
        return ProfileReader.read(json, "test.json", folder).orThrow();
    }

    private Profile full() throws IOException {
        Files.writeString(folder.resolve("safe.csv"), """
                # what the site knows
                tag,group,element,creator,VR
                "(7053,xx00)",7053,00,Philips PET Private Group,DS
                "(0029,xx10)",0029,10,"ACME, HEADER",OB
                """);
        Files.writeString(folder.resolve("events.csv"), "PatientID,Site,Date\n4711,A,2020-02-28\n");
        Files.writeString(folder.resolve("ids.tsv"), "old\tnew\nA\tB\n");
        Files.writeString(folder.resolve("safe.json"), "[\"(0021,\\\"ACME\\\",xx)\"]");
        return read(FULL);
    }

    @Test
    void every_setting_is_read() throws IOException {
        Profile profile = full();
        assertThat(profile.name()).isEqualTo("full");
        assertThat(profile.edition()).isEqualTo(Edition.of("2024b"));
        assertThat(profile.options())
                .containsExactlyInAnyOrder(
                        ProfileOption.RETAIN_UIDS,
                        ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                        ProfileOption.RETAIN_SAFE_PRIVATE);
        assertThat(profile.rules()).hasSize(15);
        assertThat(profile.rules().get(0).parameters())
                .isEqualTo(Map.of("prefix", "STUDY7-", "length", new BigDecimal(12)));
        assertThat(profile.rules().get(1).comment()).isEqualTo("the site writes no names here");
        assertThat(profile.rules().get(10).parameters())
                .containsEntry("table", folder.resolve("ids.tsv").toString());
        assertThat(profile.rules().get(14).when())
                .isEqualTo(Condition.parse("/Modality in (CT, MR) and not (Rows > 5 or PatientID absent)"));
        assertThat(profile.rules().get(2).origin()).isEqualTo("test.json rule 3");
        assertThat(profile.dates().shift()).hasToString("10..20 days");
        assertThat(profile.dates().reference().orElseThrow().daysTo("4711", "20200229"))
                .hasValue(1);
        assertThat(profile.identity())
                .isEqualTo(new IdentitySettings(new KeyReference.OfEnvironment("STUDY7_KEY"), "STUDY7", "S7-", 10));
        assertThat(profile.privates().safe())
                .hasToString("[(0019,\"ACME\",0C), (7053,\"Philips PET Private Group\",00), (0029,\"ACME, HEADER\",10),"
                        + " (0021,\"ACME\",xx)]");
        assertThat(profile.pixels().regions()).hasSize(2);
        assertThat(profile.pixels().regions().get(0).rectangles())
                .containsExactly(new PixelSettings.Rectangle(0, 0, 800, 60));
        assertThat(profile.pixels().onBurnedIn()).isEqualTo(PixelSettings.BurnedIn.REFUSE);
        assertThat(profile.encryption().recipients()).containsExactly(Path.of("/etc/recipient.pem"));
        assertThat(profile.onDeidentified()).isEqualTo(Profile.OnDeidentified.UNCHANGED);
        assertThat(profile.verify()).isTrue();
    }

    @Test
    void what_is_written_reads_as_the_same() throws IOException {
        assertSameAfterWriting(full());
    }

    static List<String> names() {
        return Profiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void so_do_the_ready_made_profiles(String name) {
        assertSameAfterWriting(Profiles.named(name));
    }

    private void assertSameAfterWriting(Profile profile) {
        String written = ProfileWriter.write(profile);
        Profile again = read(written);
        assertThat(again)
                .usingRecursiveComparison()
                .ignoringFields("rules.action", "rules.origin")
                .withStrictTypeChecking()
                .isEqualTo(profile);
        assertThat(ProfileWriter.write(again)).isEqualTo(written);
    }

    @Test
    void a_profile_that_says_nothing_is_the_basic_profile_under_the_name_of_its_file() {
        assertThat(ProfileReader.read("{}", "site.json", folder).orThrow())
                .isEqualTo(Profile.builder("site").build());
    }

    @Test
    void a_file_of_the_key_is_found_from_the_folder_of_the_profile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("site.json"), "{\"identity\": {\"key\": {\"file\": \"project.key\"}}}");
        assertThat(ProfileReader.read(file).orThrow().identity().key())
                .isEqualTo(new KeyReference.OfFile(folder.resolve("project.key")));
    }

    @Test
    void rules_may_stand_in_a_dictionary_of_the_python_tool() throws IOException {
        String dictionary = """
                { "(0x0010, 0x0020)": "keep",
                  "(8, 32)": { "action": "regexp", "find": "0701$", "replace": "0000" } }
                """;
        Files.writeString(folder.resolve("dictionary.json"), dictionary);
        Profile inside = read("{ \"rules\": " + dictionary + "}");
        Profile beside = read("{ \"rules\": \"dictionary.json\" }");
        assertThat(beside.rules())
                .extracting(Rule::toString)
                .containsExactly(
                        "(0010,0020) keep [dictionary.json line 1, key \"(0x0010, 0x0020)\"]",
                        "(0008,0020) regexp [dictionary.json line 2, key \"(8, 32)\"]");
        assertThat(inside.rules())
                .usingRecursiveComparison()
                .ignoringFields("action", "origin")
                .isEqualTo(beside.rules());
        assertSameAfterWriting(beside);
    }

    @Test
    void a_profile_may_build_on_a_ready_made_one() {
        Profile profile = read("""
                { "name": "site", "extends": "seed-compatible", "private": { "keep": true },
                  "rules": [ { "tag": "PatientID", "action": "keep" } ] }
                """);
        Profile base = Profiles.named("seed-compatible");
        assertThat(profile.edition()).isEqualTo(base.edition());
        assertThat(profile.keepPrivate()).isTrue();
        assertThat(profile.rules()).hasSameSizeAs(base.rules());
        assertThat(profile.rules().get(profile.rules().size() - 1)).hasToString("(0010,0020) keep [test.json rule 1]");
        assertSameAfterWriting(profile);
    }

    @Test
    void a_rule_made_by_code_is_not_written() {
        Rule rule = new Rule(
                SelectorParser.parse("PatientID"),
                ElementAction.of((set, element, context) -> {}),
                "function",
                "rule 1");
        assertThatThrownBy(() -> ProfileWriter.write(Profile.basic().with(List.of(rule))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule 1: its action was made by code and can't be written");
    }

    @Test
    void selectors_are_written_by_keyword_where_there_is_one() {
        Rule rule = Rule.of(new Selector.OfTag(0x00100020), "keep", Map.of(), "rule 1");
        assertThat(ProfileWriter.write(Profile.basic().with(List.of(rule)))).isEqualTo("""
                {
                  "name": "basic",
                  "edition": "2026d",
                  "rules": [
                    {
                      "tag": "PatientID",
                      "action": "keep"
                    }
                  ]
                }
                """);
    }
}
