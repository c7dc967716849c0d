// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SOP Instance UID that is announced for an object is the one that the object gets, or none is announced. */
class InstanceUidTest {
    private static final List<String> UIDS =
            List.of("1.2.3.4", "1.2.840.113619.2.55.3", "2.25.1", "1.2.840.10008.1.2", "1.2.x", "1".repeat(65));

    private static final List<String> CLASSES =
            List.of("1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.1.88.11", "1.2.3.99", "");

    @Test
    void it_is_the_same_for_every_ready_made_profile() {
        for (String name : Profiles.names())
            agree(Profiles.named(name).toBuilder().verify(false).build());
        agree(Profile.basic().withOptions(Set.of(ProfileOption.RETAIN_UIDS)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'SOPInstanceUID'    | 'keep'",
                "'/SOPInstanceUID'   | 'keep'",
                "'**.SOPInstanceUID' | 'keep'",
                "'(0008,00xx)'       | 'keep'",
                "'VR:UI'             | 'keep'",
                "'VR:UI'             | 'replace_UID'",
                "'SOPInstanceUID'    | 'replace'",
                "'*.SOPInstanceUID'  | 'delete'",
                "'SOPInstanceUID'    | 'regexp\", \"find\": \"^1\\\\.\", \"replace\": \"2.'",
            })
    void it_is_the_same_for_rules_of_the_site(String tag, String action) {
        agree(profile("{\"tag\": \"" + tag + "\", \"action\": \"" + action + "\"}"));
    }

    @Test
    void a_rule_in_front_of_a_conditional_one_decides_alone() {
        agree(
                profile(
                        "{\"tag\": \"/SOPInstanceUID\", \"action\": \"keep\"}, {\"tag\": \"SOPInstanceUID\", \"action\": \"delete\", \"when\": \"Modality = CT\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"action\": \"keep\", \"when\": \"Modality = CT\"",
                "\"action\": \"delete\"",
                "\"action\": \"empty\"",
            })
    void it_is_refused_where_the_object_decides_or_none_is_left(String rule) {
        Anonymizer anonymizer = anonymizer(profile("{\"tag\": \"SOPInstanceUID\", " + rule + "}"));
        assertThatThrownBy(() -> anonymizer.instanceUid("1.2.3.4"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("(0008,0018)")
                .hasMessageNotContaining("1.2.3.4");
    }

    @Test
    void a_function_of_the_caller_is_not_foretold() {
        Anonymizer anonymizer = Anonymizer.builder()
                .rule("SOPInstanceUID", (set, element, context) -> {})
                .build();
        assertThatThrownBy(() -> anonymizer.instanceUid("1.2.3.4")).isInstanceOf(RefusedException.class);
    }

    private static void agree(Profile profile) {
        Anonymizer anonymizer = anonymizer(profile);
        for (String sopClass : CLASSES)
            for (String uid : UIDS) {
                DataSet set = DataSetText.parse("SOPClassUID UI " + sopClass + "\nSOPInstanceUID UI " + uid
                        + "\nPatientID LO 4711\nModality CS CT\n");
                String announced = answer(() -> anonymizer.instanceUid(uid));
                String treated = answer(() -> {
                    anonymizer.anonymize(set);
                    return set.string(Tags.SOP_INSTANCE_UID);
                });
                assertThat(announced)
                        .as("%s, %s of %s", profile.name(), uid, sopClass)
                        .isEqualTo(treated);
            }
    }

    private static String answer(Supplier<String> question) {
        try {
            return question.get();
        } catch (RefusedException e) {
            return "refused";
        }
    }

    private static Anonymizer anonymizer(Profile profile) {
        return Anonymizer.builder()
                .profile(profile)
                .key(ProjectKey.of("a key for tests only"))
                .build();
    }

    private static Profile profile(String rules) {
        return ProfileReader.read("{\"rules\": [" + rules + "]}", "site", Path.of(""))
                .orThrow();
    }
}
