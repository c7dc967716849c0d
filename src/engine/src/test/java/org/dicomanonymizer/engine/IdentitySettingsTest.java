// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the key {@code identity} of a profile does to objects. */
class IdentitySettingsTest {
    private static final String SECRET = "a key for tests only";

    @TempDir
    Path folder;

    private Profile profile(String identity) {
        return ProfileReader.read("{\"name\": \"site\", \"identity\": " + identity + "}", "site.json", folder)
                .orThrow();
    }

    private static DataSet treat(Anonymizer anonymizer) {
        DataSet set = DataSetText.parse("""
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
                SOPInstanceUID UI 1.2.3
                PatientName PN Doe^Jane
                PatientID LO 4711
                """);
        anonymizer.anonymize(set);
        return set;
    }

    private DataSet treatWithKey(String identity) {
        return treat(Anonymizer.builder()
                .profile(profile(identity))
                .key(ProjectKey.of(SECRET))
                .build());
    }

    @Test
    void prefix_and_length_shape_the_pseudonym_of_id_and_name() {
        DataSet set = treatWithKey("{\"pseudonym\": {\"prefix\": \"S7-\", \"length\": 10}}");
        assertThat(set.string(Tags.PATIENT_ID)).matches("S7-[A-Z]{10}").isEqualTo(set.string(Tags.PATIENT_NAME));
    }

    @Test
    void a_rule_gives_the_same_pseudonym_unless_it_says_otherwise() {
        Profile profile = profile("{\"pseudonym\": {\"prefix\": \"S7-\", \"length\": 10}}");
        DataSet set = treat(Anonymizer.builder()
                .profile(profile.with(
                        List.of(rule("PatientID", Map.of()), rule("PatientName", Map.of("prefix", "N-", "length", 8)))))
                .key(ProjectKey.of(SECRET))
                .build());
        String id = treatWithKey("{\"pseudonym\": {\"prefix\": \"S7-\", \"length\": 10}}")
                .string(Tags.PATIENT_ID);
        assertThat(set.string(Tags.PATIENT_ID)).isEqualTo(id);
        assertThat(set.string(Tags.PATIENT_NAME)).matches("N-[A-Z]{8}");
    }

    private static Rule rule(String tag, Map<String, ?> parameters) {
        return Rule.of(SelectorParser.parse(tag), "pseudonym", parameters, "rule 1");
    }

    @Test
    void projects_with_one_key_have_nothing_in_common() {
        DataSet none = treatWithKey("{}");
        DataSet first = treatWithKey("{\"project\": \"A\"}");
        DataSet second = treatWithKey("{\"project\": \"B\"}");
        assertThat(first.string(Tags.PATIENT_ID))
                .isNotEqualTo(second.string(Tags.PATIENT_ID))
                .isNotEqualTo(none.string(Tags.PATIENT_ID))
                .isEqualTo(treatWithKey("{\"project\": \"A\"}").string(Tags.PATIENT_ID));
        assertThat(first.string(Tags.SOP_INSTANCE_UID))
                .isNotEqualTo(second.string(Tags.SOP_INSTANCE_UID))
                .isNotEqualTo(none.string(Tags.SOP_INSTANCE_UID));
    }

    @Test
    void the_key_is_taken_from_where_the_profile_says() throws IOException {
        Files.writeString(folder.resolve("project.key"), SECRET + "\n");
        Anonymizer anonymizer = Anonymizer.builder()
                .profile(profile("{\"key\": {\"file\": \"project.key\"}}"))
                .build();
        assertThat(treat(anonymizer).string(Tags.PATIENT_ID))
                .isEqualTo(treatWithKey("{}").string(Tags.PATIENT_ID));
    }

    @Test
    void a_key_that_is_not_there_is_told_by_its_place() {
        assertThatThrownBy(() -> Anonymizer.builder()
                        .profile(profile("{\"key\": {\"file\": \"project.key\"}}"))
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("profile site: key file " + folder.resolve("project.key") + " does not exist");
        assertThatThrownBy(() -> Anonymizer.builder()
                        .profile(profile("{\"key\": {\"environment\": \"NO_SUCH_VARIABLE\"}}"))
                        .build())
                .hasMessage("profile site: environment variable NO_SUCH_VARIABLE is not set; it has to hold the key");
    }
}
