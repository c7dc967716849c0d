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
import javax.naming.Context;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.conf.json.JsonConfiguration;
import org.dcm4che3.conf.json.JsonConfigurationExtension;
import org.dcm4che3.conf.ldap.LdapDicomConfiguration;
import org.dcm4che3.conf.ldap.LdapDicomConfigurationExtension;
import org.dcm4che3.net.Device;

/** The one device that runs, and its configuration, to which every extension contributes that CDI knows. */
@ApplicationScoped
public class LiveDevice {
    private final Device device = new Device("dcm4chee-arc");

    @Inject
    @Any
    private Instance<JsonConfigurationExtension> json;

    @Inject
    @Any
    private Instance<LdapDicomConfigurationExtension> ldap;

    @Produces
    public Device device() {
        return device;
    }

    /** Takes a configuration from JSON, as a whole or not at all. */
    public void takeJson(String configuration) throws ConfigurationException, IOException, GeneralSecurityException {
        try (JsonParser parser = Json.createParser(new StringReader(configuration))) {
            device.reconfigure(json().loadDeviceFrom(parser, null));
        }
    }

    /** Puts in force what a directory says, without anybody having checked it before. */
    public void reload(String url) throws ConfigurationException, IOException, GeneralSecurityException {
        Hashtable<String, String> environment = new Hashtable<>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, url);
        LdapDicomConfiguration directory = new LdapDicomConfiguration(environment);
        ldap.forEach(directory::addDicomConfigurationExtension);
        try {
            device.reconfigure(directory.findDevice(device.getDeviceName()));
        } finally {
            directory.close();
        }
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
