// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.lib;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.security.GeneralSecurityException;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.conf.api.DicomConfiguration;
import org.dcm4che3.conf.json.JsonConfiguration;
import org.dcm4che3.conf.json.JsonConfigurationExtension;
import org.dcm4che3.conf.ldap.LdapDicomConfiguration;
import org.dcm4che3.conf.ldap.LdapDicomConfigurationExtension;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.DeviceExtension;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dicomanonymizer.archivedouble.ArchiveEntity;
import org.dicomanonymizer.archivedouble.Doubles;

/** The one device that runs, and its configuration, to which every extension contributes that CDI knows. */
@ApplicationScoped
public class LiveDevice {
    private static final String ARCHIVE = "dcm4chee-arc";

    /** The AE that serves, and those who may use it. */
    private static final String AE = "DCM4CHEE";

    private static final Set<String> ROLES = Set.of("ward");

    private final Device device = new Device(ARCHIVE) {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("BanJNDI") // the name is the server's own
        public void execute(Runnable command) {
            try {
                InitialContext.<Executor>doLookup("java:jboss/ee/concurrency/executor/default")
                        .execute(command);
            } catch (NamingException e) {
                throw new IllegalStateException(e);
            }
        }
    };
    private final DeviceExtension settings = Doubles.archive("Export");
    private Map<String, String> directory = Map.of();

    @Inject
    @Any
    private Instance<JsonConfigurationExtension> json;

    @Inject
    @Any
    private Instance<LdapDicomConfigurationExtension> ldap;

    public LiveDevice() {
        ArchiveEntity.of(device, AE).roles = ROLES;
        device.addWebApplication(Doubles.archiveServices("/dcm4chee-arc/aets/" + AE));
        device.addDeviceExtension(settings);
    }

    @Produces
    public Device device() {
        return device;
    }

    /** Configures an exporter of the AE. */
    public void addExporter(ExporterDescriptor exporter) {
        exporter.setAETitle(AE);
        Doubles.add(settings, exporter);
    }

    /** An exporter by its ID, or null. */
    public ExporterDescriptor exporter(String exporterId) {
        return device.getDeviceExtension(ArchiveDeviceExtension.class).getExporterDescriptor(exporterId);
    }

    /** Takes a configuration from JSON, as a whole or not at all. */
    public void takeJson(String configuration) throws ConfigurationException, IOException, GeneralSecurityException {
        try (JsonParser parser = Json.createParser(new StringReader(configuration))) {
            take(json().loadDeviceFrom(parser, null));
        }
    }

    /**
     * Names the directory of the configuration.
     *
     * @param connection what JNDI needs to know
     */
    public void setDirectory(Map<String, String> connection) {
        directory = Map.copyOf(connection);
    }

    /** Puts in force what the directory says, without anybody having checked it before. */
    public void reload() throws Exception {
        take(inDirectory(open -> open.findDevice(ARCHIVE)));
    }

    /** Of its own settings this archive has nothing in its configuration: they stay as they are. */
    private void take(Device loaded) throws IOException, GeneralSecurityException {
        device.removeDeviceExtension(settings);
        try {
            device.reconfigure(loaded);
        } finally {
            device.addDeviceExtension(settings);
        }
    }

    /** Does something in the directory. */
    public <T> T inDirectory(Work<T> work) throws Exception {
        Hashtable<String, String> environment = new Hashtable<>(directory);
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        LdapDicomConfiguration open = new LdapDicomConfiguration(environment);
        ldap.forEach(open::addDicomConfigurationExtension);
        try {
            return work.in(open);
        } finally {
            open.close();
        }
    }

    /** What is done in a directory. */
    public interface Work<T> {
        T in(DicomConfiguration directory) throws Exception;
    }

    public String configuration() {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.createGenerator(text)) {
            json().writeTo(device, generator, true);
        }
        return text.toString();
    }

    /** How many extensions of the configuration there are in LDAP and in JSON. */
    public String extensions() {
        return "ldap " + ldap.stream().count() + ", json " + json.stream().count();
    }

    private JsonConfiguration json() {
        JsonConfiguration configuration = new JsonConfiguration();
        json.forEach(configuration::addJsonConfigurationExtension);
        return configuration;
    }
}
