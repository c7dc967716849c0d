// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dicomanonymizer.rule.ConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users of a profile may set a few things otherwise, and nothing that would protect less. */
class OverridesTest {
    @TempDir
    Path folder;

    private LoadedProfile profile;

    @BeforeEach
    void load() throws IOException {
        Files.writeString(folder.resolve("project.key"), "a key for tests only, and long enough");
        profile = LoadedProfile.of(
                new ProfileEntry("p", "{\"identity\": {\"key\": {\"file\": \"project.key\"}, \"project\": \"A\"}}"),
                folder);
    }

    @Test
    void what_is_not_named_stays() {
        assertThat(profile.with(Overrides.of(Map.of()))).isSameAs(profile);
        LoadedProfile other = profile.with(Overrides.of(Map.of("pseudonymPrefix", "X-", "verify", "true")));
        assertThat(other.anonymizer().profile().identity().project()).isEqualTo("A");
        assertThat(other.anonymizer().profile().identity().pseudonymPrefix()).isEqualTo("X-");
        assertThat(other.anonymizer().profile().verify()).isTrue();
    }

    @Test
    void another_project_has_other_uids() {
        LoadedProfile other = profile.with(Overrides.of(Map.of("project", "B")));
        assertThat(other.anonymizer().instanceUid("1.2.3"))
                .isNotEqualTo(profile.anonymizer().instanceUid("1.2.3"))
                .startsWith("2.25.");
    }

    @Test
    void the_same_settings_are_compiled_once() {
        assertThat(profile.with(Overrides.of(Map.of("project", "B"))))
                .isSameAs(profile.with(Overrides.of(Map.of("project", "B"))));
    }

    @ParameterizedTest
    @CsvSource({
        "verify, false, can only be true",
        "project, ' ', is empty",
        "options, RetainUIDs, 'unknown parameter options; there are project, pseudonymPrefix and verify'"
    })
    void nothing_else_can_be_set(String name, String value, String message) {
        assertThatThrownBy(() -> Overrides.of(Map.of(name, value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_setting_that_the_profile_does_not_allow_is_an_error_of_its_own() {
        LoadedProfile other = profile.with(Overrides.of(Map.of("pseudonymPrefix", "X".repeat(60))));
        assertThat(other.isUsable()).isFalse();
        assertThatThrownBy(other::anonymizer)
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("parameter pseudonymPrefix");
        assertThat(profile.isUsable()).isTrue();
    }
}
