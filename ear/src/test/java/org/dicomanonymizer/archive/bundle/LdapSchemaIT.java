// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFReader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dicomanonymizer.archive.bundle.Bundle.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command of the bundle that brings the schema into a directory server, on real ones. */
class LdapSchemaIT {
    private static final String NOTHING_TO_DO = "nothing to do";

    @TempDir
    private Path folder;

    private final Bundle bundle = Bundle.shipped();
    private Path password;

    @BeforeEach
    void writePassword() throws Exception {
        password = Files.writeString(folder.resolve("password"), Slapd.PASSWORD + "\n");
    }

    @Test
    void addsTheSchemaOnce() throws Exception {
        try (Slapd slapd = Slapd.withConfigurationEntries(folder)) {
            assertThat(run(bundle, slapd, "status").code()).isEqualTo(3);
            assertThat(run(bundle, slapd, "upgrade").output()).contains("./ldap-schema install adds it");
            assertThat(run(bundle, slapd, "install", "--dry-run").output()).contains("olcObjectClasses: (");

            Result installed = run(bundle, slapd, "install");
            assertThat(installed.output()).contains("has been added").doesNotContain(Slapd.PASSWORD);
            assertThat(installed.code()).isZero();
            assertThat(run(bundle, slapd, "status").code()).isZero();
            assertThat(run(bundle, slapd, "install").output()).contains(NOTHING_TO_DO);
        }
    }

    @Test
    void addsToAnOlderSchemaUnderTheIndexThatTheServerGaveIt() throws Exception {
        Bundle older = bundle.withoutLastClassOfTheSchema("0.9");
        try (Slapd slapd = Slapd.withConfigurationEntries(folder)) {
            assertThat(run(older, slapd, "install").code()).isZero();
            Result status = run(bundle, slapd, "status");
            assertThat(status.code()).isEqualTo(1);
            assertThat(status.output()).contains("an older schema", "  class dan");
            assertThat(run(bundle, slapd, "install").output()).contains("./ldap-schema upgrade brings it up to date");

            Result upgraded = run(bundle, slapd, "upgrade");
            assertThat(upgraded.output()).contains("has been brought up to release");
            assertThat(upgraded.code()).isZero();
            assertThat(run(bundle, slapd, "upgrade").output()).contains(NOTHING_TO_DO);
        }
    }

    @Test
    void tellsHowToDoItWhereTheServerHasAFileOfConfiguration() throws Exception {
        Path file = folder.resolve("other.schema");
        Files.writeString(file, "");
        try (Slapd slapd = Slapd.withConfigurationFile(folder, file)) {
            Result result = bundle.ldapSchema("install", "--url=" + slapd.url());
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.output()).contains("include /etc/ldap/schema/dicom-anonymizer.schema");
        }
    }

    @Test
    void recognisesTheSchemaFromAFileOfConfiguration() throws Exception {
        Path file = bundle.file("config/ldap/schema/dicom-anonymizer.schema");
        try (Slapd slapd = Slapd.withConfigurationFile(folder, file)) {
            Result result = bundle.ldapSchema("install", "--url=" + slapd.url());
            assertThat(result.output()).contains(NOTHING_TO_DO);
            assertThat(result.code()).isZero();
        }
    }

    /** How OpenDJ 5.0.3 and ApacheDS 2.0.0.AM27 add to the definitions that they were given. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "X-SCHEMA-FILE '20-dicom-anonymizer.ldif', X-SCHEMA-FILE '20-dicom-anonymizer.ldif'",
                "USAGE userApplications X-SCHEMA 'dicom-anonymizer', X-SCHEMA 'dicom-anonymizer'"
            })
    void recognisesTheSchemaInTheWordsOfOtherServers(String ofAttribute, String ofClass) throws Exception {
        Entry schema = LDIFReader.readEntries(bundle.file("config/ldap/opendj/20-dicom-anonymizer.ldif")
                        .toFile())
                .get(0);
        extend(schema, "attributeTypes", ofAttribute);
        extend(schema, "objectClasses", ofClass);
        InMemoryDirectoryServerConfig configuration = new InMemoryDirectoryServerConfig("dc=test");
        configuration.setSchema(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), new Schema(schema)));
        InetAddress here = InetAddress.getLoopbackAddress();
        configuration.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig("here", here, 0, null));
        try (InMemoryDirectoryServer server = new InMemoryDirectoryServer(configuration)) {
            server.startListening();
            Result status = bundle.ldapSchema("status", "--url=ldap://127.0.0.1:" + server.getListenPort());
            assertThat(status.output()).contains(NOTHING_TO_DO);
            assertThat(status.code()).isZero();
        }
    }

    private static void extend(Entry schema, String attribute, String extension) {
        schema.setAttribute(
                attribute,
                Arrays.stream(schema.getAttributeValues(attribute))
                        .map(definition -> definition.replaceFirst("\\s*\\)$", " " + extension + " )"))
                        .toList());
    }

    @Test
    void changesNothingForWhoMayNot() throws Exception {
        try (Slapd slapd = Slapd.withConfigurationEntries(folder)) {
            Files.writeString(password, "wrong\n");
            Result wrong = run(bundle, slapd, "install");
            assertThat(wrong.code()).isEqualTo(1);
            assertThat(wrong.output()).contains("Invalid credentials", "are --url, --bind and the password right?");
            assertThat(bundle.ldapSchema("install", "--url=" + slapd.url()).output())
                    .contains("name who may (--bind DN)");
        }
    }

    private Result run(Bundle from, Slapd slapd, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 3];
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        all[0] = "--url=" + slapd.url();
        all[1] = "--bind=" + Slapd.ADMINISTRATOR;
        all[2] = "--password-file=" + password;
        return from.ldapSchema(all);
    }
}
