// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.dcm4che3.conf.ldap.LdapDicomConfiguration;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dicomanonymizer.archive.profile.ProfileSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.event.Level;

/** What a reload of the archive's configuration puts in force, and what the log says of it. */
class ReloadTest {
    private static final String PROFILE = "danProfileName=p," + Directory.DEVICE;

    @RegisterExtension
    final ConfigurationFolder folder = new ConfigurationFolder();

    private final Device live = new Device(Directory.DEVICE_NAME);
    private final ConfiguredProfiles inForce = new ConfiguredProfiles(live);
    private InMemoryDirectory directory;
    private LdapDicomConfiguration ldap;

    /** A server that takes any value: there are some. */
    @BeforeEach
    void start() throws Exception {
        directory = new InMemoryDirectory(false);
        directory.reset();
        directory.add(Directory.ldif("""
                        dn: %s
                        objectClass: danProfile
                        danProfileName: p
                        danKeyFile: project.key

                        dn: danProfileName=other,%s
                        objectClass: danProfile
                        danProfileName: other
                        danKeyFile: project.key
                        danEdition: 2024b
                        danOption: RetainUIDs
                        danProject: B
                        """.formatted(PROFILE, Directory.DEVICE)));
        ldap = directory.configuration();
        reload();
    }

    @AfterEach
    void stop() {
        ldap.close();
        directory.close();
    }

    private ProfileSet reload() throws Exception {
        live.reconfigure(ldap.findDevice(Directory.DEVICE_NAME));
        return inForce.current();
    }

    @Test
    void numbers_and_truth_values_that_are_none_concern_their_profile_only() throws Exception {
        modify("danVerify", "perhaps");
        modify("danPseudonymLength", "many");
        ProfileSet profiles = reload();
        assertThat(profiles.named("other").isUsable()).isTrue();
        assertThat(profiles.named("p").errors())
                .containsExactly(
                        "profile p, danPseudonymLength: \"many\" is no whole number",
                        "profile p, danVerify: \"perhaps\" is neither TRUE nor FALSE");
    }

    @Test
    void a_rule_without_a_usable_number_concerns_its_profile_only() throws Exception {
        directory.add(Directory.ldif("""
                        dn: danRuleName=r,%s
                        objectClass: danRule
                        danRuleName: r
                        danOrder: first
                        danTag: StudyID
                        danAction: keep
                        """.formatted(PROFILE)));
        assertThat(reload().named("p").errors())
                .containsExactly("profile p, rule r, danOrder: \"first\" is no whole number");
    }

    @Test
    void another_key_in_the_same_file_is_noticed() throws Exception {
        String before = code();
        reload();
        assertThat(code()).isEqualTo(before);
        Files.writeString(folder.path().resolve("project.key"), "another key for tests, and long enough too");
        assertThat(code()).isEqualTo(before);
        reload();
        assertThat(code()).isNotEqualTo(before);
        Files.delete(folder.path().resolve("project.key"));
        reload();
        assertThat(inForce.current().named("p").isUsable()).isFalse();
    }

    @Test
    void files_are_read_anew_even_for_a_device_that_was_asked_before() throws Exception {
        String before = code();
        Device loaded = ldap.findDevice(Directory.DEVICE_NAME);
        assertThat(new ConfiguredProfiles(loaded).current().named("p").isUsable())
                .isTrue();
        Files.writeString(folder.path().resolve("project.key"), "another key for tests, and long enough too");
        live.reconfigure(loaded);
        assertThat(code()).isNotEqualTo(before);
    }

    @Test
    void the_start_of_the_archive_compiles_before_the_first_object_comes() throws Exception {
        ConfiguredProfiles started = new ConfiguredProfiles(ldap.findDevice(Directory.DEVICE_NAME));
        ConfiguredProfiles stopped = new ConfiguredProfiles(ldap.findDevice(Directory.DEVICE_NAME));
        started.compileAtStart(new ArchiveServiceEvent(ArchiveServiceEvent.Type.STARTED, null));
        stopped.compileAtStart(new ArchiveServiceEvent(ArchiveServiceEvent.Type.STOPPED, null));
        Files.delete(folder.path().resolve("project.key"));
        assertThat(started.current().named("p").isUsable()).isTrue();
        assertThat(stopped.current().named("p").isUsable()).isFalse();
    }

    private String code() {
        return inForce.current().named("p").anonymizer().keyId();
    }

    @Test
    void what_is_mended_is_in_force_again() throws Exception {
        ProfileSet before = inForce.current();
        modify("danEdition", "1999");
        assertThat(reload().named("p").isUsable()).isFalse();
        assertThat(before.named("p").isUsable()).isTrue();
        modify("danEdition", "2026d");
        assertThat(reload().named("p").isUsable()).isTrue();
    }

    @Test
    void the_log_has_a_line_for_each_profile() throws Exception {
        modify("danEdition", "1999");
        modify("danProject", "A");
        assertThat(ProfileLog.lines(reload()))
                .extracting(ProfileLog.Line::level)
                .containsExactly(Level.INFO, Level.ERROR);
        assertThat(ProfileLog.lines(inForce.current()).map(ProfileLog.Line::text))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("De-identification profile other is in force: edition 2024b; RetainUIDs;"
                                        + " rules of the site: 0"),
                        line -> assertThat(line)
                                .startsWith(
                                        "De-identification profile p can't be used, and its objects are refused until"
                                                + " it is mended: profile p, danEdition: P110 "));
    }

    @Test
    void warnings_have_lines_of_their_own() {
        Entry profile = new Entry(
                EntryType.PROFILE,
                "p",
                Map.of("danKeyFile", List.of("project.key"), "danDateShift", List.of("-5 days")),
                List.of());
        assertThat(ProfileLog.lines(ProfileSet.of(ProfileCompiler.compile(List.of(profile)))))
                .extracting(ProfileLog.Line::level)
                .containsExactly(Level.INFO, Level.WARN);
    }

    private void modify(String attribute, String value) throws Exception {
        try (LDAPConnection connection = directory.connect()) {
            connection.modify(new ModifyRequest(PROFILE, new Modification(ModificationType.REPLACE, attribute, value)));
        }
    }
}
