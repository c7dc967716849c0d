// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import com.unboundid.ldif.LDIFReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.conf.ldap.LdapDicomConfiguration;

/**
 * A directory server on this machine, with the schema of the profiles and the entries of {@code base.ldif}. It takes whatever
 * the schema allows.
 */
interface Directory extends AutoCloseable {
    String BASE = "dc=test";
    String MANAGER = "cn=manager," + BASE;
    String PASSWORD = "secret";
    String DEVICE_NAME = "dcm4chee-arc";
    String DEVICE = "dicomDeviceName=" + DEVICE_NAME + ",cn=Devices,cn=DICOM Configuration," + BASE;
    String DEVICES_SCHEMA = "devices.schema";

    int port();

    @Override
    void close() throws Exception;

    /** A connection that may do everything. */
    default LDAPConnection connect() throws LDAPException {
        return new LDAPConnection("127.0.0.1", port(), MANAGER, PASSWORD);
    }

    /** The archive's view of the directory, with our extension. */
    default LdapDicomConfiguration configuration() throws ConfigurationException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, "ldap://127.0.0.1:" + port() + "/" + BASE);
        environment.put(Context.SECURITY_PRINCIPAL, MANAGER);
        environment.put(Context.SECURITY_CREDENTIALS, PASSWORD);
        LdapDicomConfiguration configuration = new LdapDicomConfiguration(environment);
        configuration.addDicomConfigurationExtension(new LdapAnonymizerConfiguration());
        return configuration;
    }

    default void add(List<Entry> entries) throws LDAPException {
        try (LDAPConnection connection = connect()) {
            for (Entry entry : entries) connection.add(entry);
        }
    }

    /** All entries below the base, as text that can be compared. */
    default String dump() throws LDAPException {
        StringBuilder text = new StringBuilder();
        try (LDAPConnection connection = connect()) {
            connection.search(BASE, SearchScope.SUB, "(objectClass=*)").getSearchEntries().stream()
                    .sorted((first, second) -> first.getDN().compareTo(second.getDN()))
                    .forEach(entry -> {
                        text.append(entry.getDN()).append('\n');
                        entry.getAttributes().stream()
                                .map(attribute -> "  " + attribute.getName() + ": "
                                        + List.of(attribute.getValues()).stream()
                                                .sorted()
                                                .toList()
                                        + "\n")
                                .sorted()
                                .forEach(text::append);
                    });
        }
        return text.toString();
    }

    /** Takes everything away and puts the base there again. */
    default void reset() throws Exception {
        try (LDAPConnection connection = connect()) {
            List<String> below =
                    connection.search(BASE, SearchScope.SUB, "(objectClass=*)", "1.1").getSearchEntries().stream()
                            .map(entry -> entry.getDN())
                            .sorted((first, second) -> second.split(",").length - first.split(",").length)
                            .toList();
            for (String dn : below) connection.delete(dn);
        } catch (LDAPException e) {
            if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) throw e;
        }
        add(LDIFReader.readEntries(resource("base.ldif").toString()));
    }

    static Path resource(String name) {
        try {
            return Path.of(Directory.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Entry> ldif(String text) throws IOException, LDIFException {
        List<Entry> entries = new ArrayList<>();
        try (LDIFReader reader = new LDIFReader(new BufferedReader(new StringReader(text)))) {
            for (Entry entry = reader.readEntry(); entry != null; entry = reader.readEntry()) entries.add(entry);
        }
        return entries;
    }
}
