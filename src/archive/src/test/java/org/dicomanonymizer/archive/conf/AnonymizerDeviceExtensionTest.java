// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dcm4che3.net.Device;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.archive.profile.UnusableProfileException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is configured is in force, from one reload to the next. */
class AnonymizerDeviceExtensionTest {
    @TempDir
    Path folder;

    private final Device device = new Device("dcm4chee-arc");
    private final ConfiguredProfiles profiles = new ConfiguredProfiles(device);
    private String key;

    @BeforeEach
    void key() throws Exception {
        Path file = folder.resolve("project.key");
        Files.writeString(file, "a key for tests only, and long enough");
        key = "\"identity\": {\"key\": {\"file\": \"" + file + "\"}}";
    }

    @Test
    void a_profile_that_is_missing_is_refused_with_those_that_are_there() throws Exception {
        assertThatThrownBy(() -> profiles.current().named("research"))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessage("There is no de-identification profile \"research\" in the configuration of this archive;"
                        + " configured are: none");
        reload(entry("teaching", key));
        assertThatThrownBy(() -> profiles.current().named("research")).hasMessageEndingWith("configured are: teaching");
    }

    @Test
    void a_broken_profile_refuses_its_own_objects_only() throws Exception {
        reload(entry("good", key), entry("broken", key + ", \"options\": [\"CleanEverything\"]"));
        assertThat(profiles.current().named("good").anonymizer()).isNotNull();
        assertThatThrownBy(() -> profiles.current().named("broken").anonymizer())
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageStartingWith("De-identification profile broken can't be used until it is mended: broken:1:")
                .hasMessageContaining("CleanEverything");
    }

    @Test
    void a_profile_without_a_key_is_refused() throws Exception {
        reload(entry("keyless", "\"verify\": true"));
        assertThatThrownBy(() -> profiles.current().named("keyless").anonymizer())
                .hasMessageContaining("refers to no key");
    }

    @Test
    void a_reload_replaces_all_and_what_is_under_way_keeps_what_it_began_with() throws Exception {
        reload(entry("p", key + ", \"options\": [\"RetainUIDs\"]"));
        Anonymizer before = profiles.current().named("p").anonymizer();
        reload(entry("p", key));
        Anonymizer after = profiles.current().named("p").anonymizer();
        assertThat(before.profile().options()).hasSize(1);
        assertThat(after.profile().options()).isEmpty();
        device.reconfigure(new Device("dcm4chee-arc"));
        assertThatThrownBy(() -> profiles.current().named("p")).hasMessageEndingWith("configured are: none");
    }

    private static ProfileEntry entry(String name, String settings) {
        return new ProfileEntry(name, "{" + settings + "}");
    }

    private void reload(ProfileEntry... entries) throws Exception {
        AnonymizerDeviceExtension extension = new AnonymizerDeviceExtension();
        extension.setEntries(List.copyOf(Arrays.asList(entries)));
        Device loaded = new Device("dcm4chee-arc");
        loaded.addDeviceExtension(extension);
        device.reconfigure(loaded);
    }
}
