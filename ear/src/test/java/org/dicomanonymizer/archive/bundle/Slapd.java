// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** OpenLDAP's server with a folder of its own, on a free port of this machine. */
final class Slapd implements AutoCloseable {
    static final String ADMINISTRATOR = "cn=config";
    static final String PASSWORD = "not \"so\" secret";

    /** Below it lies the configuration of the archive, which everybody may read. */
    static final String DEVICE = "dicomDeviceName=dcm4chee-arc,cn=Devices,cn=DICOM Configuration,dc=test";

    private static final Path SCHEMA = Path.of("/etc/ldap/schema");
    private static final int SECONDS_TO_START = 30;

    private final Process process;
    private final int port;

    private Slapd(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** One that is configured by entries below cn=config. */
    static Slapd withConfigurationEntries(Path folder) throws Exception {
        Path ldif = Files.writeString(folder.resolve("config.ldif"), """
                dn: cn=config
                objectClass: olcGlobal
                cn: config
                olcPidFile: %s/pid

                dn: cn=schema,cn=config
                objectClass: olcSchemaConfig
                cn: schema

                include: file://%s/core.ldif

                dn: cn=devices,cn=schema,cn=config
                objectClass: olcSchemaConfig
                cn: devices
                olcAttributeTypes: ( 2.25.1.1.1 NAME 'dicomDeviceName' EQUALITY caseExactMatch
                  SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )
                olcObjectClasses: ( 2.25.1.2.1 NAME 'dicomDevice' SUP top STRUCTURAL MUST dicomDeviceName )

                dn: olcDatabase={0}config,cn=config
                objectClass: olcDatabaseConfig
                olcDatabase: {0}config
                olcRootDN: %s
                olcRootPW: %s

                dn: olcDatabase={1}ldif,cn=config
                objectClass: olcDatabaseConfig
                objectClass: olcLdifConfig
                olcDatabase: {1}ldif
                olcSuffix: dc=test
                olcDbDirectory: %s
                olcRootDN: %s
                """.formatted(
                folder, SCHEMA, ADMINISTRATOR, PASSWORD, Files.createDirectory(folder.resolve("data")), ADMINISTRATOR));
        Path entries = Files.createDirectory(folder.resolve("slapd.d"));
        Process slapadd = new ProcessBuilder(
                        "/usr/sbin/slapadd", "-n0", "-F", entries.toString(), "-l", ldif.toString())
                .inheritIO()
                .start();
        assertThat(slapadd.waitFor()).isZero();
        return start(folder, "-F", entries);
    }

    /** One that is configured by a file, and has a schema besides its own. */
    static Slapd withConfigurationFile(Path folder, Path schema) throws Exception {
        Path file = Files.writeString(folder.resolve("slapd.conf"), """
                include %s/core.schema
                include %s
                pidfile %s/pid
                """.formatted(SCHEMA, schema, folder));
        return start(folder, "-f", file);
    }

    private static Slapd start(Path folder, String option, Path configuration) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        "/usr/sbin/slapd",
                        option,
                        configuration.toString(),
                        "-h",
                        "ldap://127.0.0.1:" + port,
                        "-d",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        for (int i = 0; i < 10 * SECONDS_TO_START; i++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) break;
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return new Slapd(process, port);
            } catch (IOException e) {
                // Not yet.
                continue;
            }
        }
        process.destroyForcibly();
        throw new IOException("slapd does not start: " + Files.readString(folder.resolve("log")));
    }

    String url() {
        return "ldap://127.0.0.1:" + port;
    }

    /** The device of the archive, with nothing below it. */
    void addDevice() throws IOException, InterruptedException {
        change("""
                dn: dc=test
                changetype: add
                objectClass: dcObject
                objectClass: organization
                o: test
                dc: test

                dn: cn=DICOM Configuration,dc=test
                changetype: add
                objectClass: applicationProcess
                cn: DICOM Configuration

                dn: cn=Devices,cn=DICOM Configuration,dc=test
                changetype: add
                objectClass: applicationProcess
                cn: Devices

                dn: %s
                changetype: add
                objectClass: dicomDevice
                dicomDeviceName: dcm4chee-arc
                """.formatted(DEVICE));
    }

    /** Carries out the changes of an LDIF. */
    void change(String ldif) throws IOException, InterruptedException {
        Process ldapmodify = new ProcessBuilder("ldapmodify", "-x", "-H", url(), "-D", ADMINISTRATOR, "-w", PASSWORD)
                .redirectErrorStream(true)
                .start();
        try (OutputStream input = ldapmodify.getOutputStream()) {
            input.write(ldif.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(ldapmodify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(ldapmodify.waitFor()).as(output).isZero();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
