// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.dicomanonymizer.testing.Program;

/**
 * OpenLDAP's slapd, run by the user who runs the tests, on a free port of this machine. It has the schema in the form for
 * {@code slapd.conf}, or gets the one for {@code cn=config} while it runs.
 */
final class SlapdDirectory implements Directory {
    private static final String SLAPD = "/usr/sbin/slapd";
    private static final Path CORE = Path.of("/etc/ldap/schema");

    /** The only way to find a free port is to try one; another program may be faster. */
    private static final int ATTEMPTS = 5;

    private static final int SECONDS_TO_START = 30;

    private final Path folder;
    private Process process;
    private int port;

    private SlapdDirectory(Path folder) {
        this.folder = folder;
    }

    /** A server that reads {@code slapd.conf} with the {@code .schema} file. */
    static SlapdDirectory withConfigurationFile(Path folder) throws Exception {
        SlapdDirectory directory = new SlapdDirectory(folder);
        Files.createDirectory(folder.resolve("data"));
        Path configuration = Files.writeString(folder.resolve("slapd.conf"), """
                include %s/core.schema
                include %s/cosine.schema
                include %s
                include %s
                pidfile %s/pid
                database ldif
                suffix %s
                directory %s/data
                rootdn %s
                rootpw %s
                """.formatted(
                CORE,
                CORE,
                Directory.resource(DEVICES_SCHEMA),
                LdapSchema.FOLDER.resolve("schema/dicom-anonymizer.schema").toRealPath(),
                folder,
                BASE,
                folder,
                MANAGER,
                PASSWORD));
        directory.start("-f", configuration.toString());
        return directory;
    }

    /** A server with the database {@code cn=config}, which does not know the schema yet. */
    static SlapdDirectory withConfigurationDatabase(Path folder) throws Exception {
        SlapdDirectory directory = new SlapdDirectory(folder);
        Files.createDirectory(folder.resolve("data"));
        Path settings = Files.createDirectory(folder.resolve("slapd.d"));
        Path ldif = Files.writeString(folder.resolve("config.ldif"), """
                dn: cn=config
                objectClass: olcGlobal
                cn: config
                olcPidFile: %s/pid

                dn: cn=schema,cn=config
                objectClass: olcSchemaConfig
                cn: schema

                include: file://%s/core.ldif

                include: file://%s/cosine.ldif

                dn: olcDatabase={0}config,cn=config
                objectClass: olcDatabaseConfig
                olcDatabase: {0}config
                olcRootDN: %s

                dn: olcDatabase={1}ldif,cn=config
                objectClass: olcDatabaseConfig
                objectClass: olcLdifConfig
                olcDatabase: {1}ldif
                olcSuffix: %s
                olcDbDirectory: %s/data
                olcRootDN: %s
                olcRootPW: %s
                """.formatted(
                        folder, CORE, CORE, MANAGER, BASE, folder, MANAGER, PASSWORD));
        Program.Run added = Program.run("/usr/sbin/slapadd", "-n0", "-F", settings.toString(), "-l", ldif.toString());
        if (added.exit() != 0) throw new IOException(added.output());
        directory.start("-F", settings.toString());
        directory.add(Directory.ldif(
                LdapSchema.read(Directory.resource(DEVICES_SCHEMA)).slapd().replace(LdapSchema.NAME, "devices")));
        return directory;
    }

    private void start(String option, String configuration) throws Exception {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
                port = free.getLocalPort();
            }
            process = new ProcessBuilder(SLAPD, option, configuration, "-h", "ldap://127.0.0.1:" + port, "-d", "0")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            if (isUp()) return;
        }
        throw new IOException("slapd does not start: " + Files.readString(folder.resolve("log")));
    }

    /** Whether the server answers; false if it has ended. */
    private boolean isUp() throws Exception {
        for (int i = 0; i < 10 * SECONDS_TO_START; i++) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) return false;
            try (LDAPConnection connection = connect()) {
                return connection.isConnected();
            } catch (LDAPException e) {
                if (!e.getResultCode().equals(ResultCode.CONNECT_ERROR)) throw e;
            }
        }
        process.destroy();
        return false;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        process.waitFor();
    }
}
