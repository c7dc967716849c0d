// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dcm4che3.conf.ldap.LdapDicomConfiguration;
import org.dcm4che3.net.Device;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The forms of the schema and the examples as an administrator loads them, by the programs that come with slapd. */
class SlapdSchemaTest {
    private static final Path SCHEMA = LdapSchema.FOLDER.resolve("slapd/dicom-anonymizer.ldif");
    private static final Path MODIFY = LdapSchema.FOLDER.resolve("slapd/dicom-anonymizer-modify.ldif");
    private static final String ARCHIVES_BASE = "dc=dcm4che,dc=org";

    @RegisterExtension
    final ConfigurationFolder folder = new ConfigurationFolder();

    @TempDir
    Path data;

    @Test
    void a_running_server_takes_the_schema_its_update_and_the_examples() throws Exception {
        try (SlapdDirectory server = SlapdDirectory.withConfigurationDatabase(data)) {
            ldapModify(server, "-a", SCHEMA);
            Path update = Files.writeString(
                    data.resolve("update.ldif"), Files.readString(MODIFY).replace("cn={0}dicom", "cn={3}dicom"));
            ldapModify(server, null, update);
            server.reset();
            for (Path example : examples())
                ldapModify(
                        server,
                        "-a",
                        Files.writeString(
                                data.resolve("example.ldif"),
                                Files.readString(example).replace(ARCHIVES_BASE, Directory.BASE)));
            assertUsable(server);
        }
    }

    /** The examples use the schema of the profiles only; the coercion is the archive's. */
    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(LdapSchema.FOLDER.resolve("examples"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("profile-"))
                    .sorted()
                    .toList();
        }
    }

    private void assertUsable(Directory server) throws Exception {
        for (String key : List.of("basic.key", "study7.key"))
            Files.copy(folder.path().resolve("project.key"), folder.path().resolve(key));
        LdapDicomConfiguration ldap = server.configuration();
        Device device = ldap.findDevice(Directory.DEVICE_NAME);
        ldap.close();
        assertThat(new ConfiguredProfiles(device).current().all()).hasSize(2).allSatisfy(profile -> {
            assertThat(profile.errors()).isEmpty();
            assertThat(profile.warnings()).isEmpty();
        });
    }

    private static void ldapModify(SlapdDirectory server, String option, Path ldif) {
        List<String> command = new ArrayList<>(List.of("ldapmodify", "-x", "-H", "ldap://127.0.0.1:" + server.port()));
        command.addAll(List.of("-D", Directory.MANAGER, "-w", Directory.PASSWORD, "-f", ldif.toString()));
        if (option != null) command.add(option);
        Program.Run run = Program.run(command.toArray(String[]::new));
        assertThat(run.exit()).as(run.output()).isZero();
    }

    /** Whoever reads the examples sees their entries in the JSON of the device as well. */
    @Test
    void the_examples_are_entries_of_the_archives_own_tree() throws Exception {
        try (Stream<Path> files = Files.list(LdapSchema.FOLDER.resolve("examples"))) {
            for (Path file : files.toList())
                for (Entry entry : Directory.ldif(Files.readString(file)))
                    assertThat(entry.getDN())
                            .endsWith(
                                    ",dicomDeviceName=dcm4chee-arc,cn=Devices,cn=DICOM Configuration," + ARCHIVES_BASE);
        }
    }
}
