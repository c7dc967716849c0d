// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.ldap;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.ModificationItem;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.api.ConfigurationChanges.ChangeType;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.conf.api.ConfigurationNotFoundException;
import org.dcm4che3.conf.api.DicomConfiguration;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;

/** Devices in a directory over JNDI: each an entry with its name only, all else being the extensions'. */
public final class LdapDicomConfiguration implements DicomConfiguration {
    private final DirContext directory;
    private final String root;
    private final List<LdapDicomConfigurationExtension> extensions = new ArrayList<>();

    /** @param environment for JNDI, with the base of the tree as path of the URL */
    public LdapDicomConfiguration(Hashtable<?, ?> environment) throws ConfigurationException {
        Hashtable<Object, Object> connection = new Hashtable<>(environment);
        String url = (String) connection.get(Context.PROVIDER_URL);
        int path = url.lastIndexOf('/');
        connection.put(Context.PROVIDER_URL, url.substring(0, path));
        root = "cn=DICOM Configuration," + url.substring(path + 1);
        try {
            directory = new InitialDirContext(connection);
        } catch (NamingException e) {
            throw new ConfigurationException(e);
        }
    }

    public void addDicomConfigurationExtension(LdapDicomConfigurationExtension extension) {
        extension.setDicomConfiguration(this);
        extensions.add(extension);
    }

    @Override
    public <T> T getDicomConfigurationExtension(Class<T> type) {
        return extensions.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        try {
            directory.close();
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ApplicationEntity findApplicationEntity(String aeTitle) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Device findDevice(String name) throws ConfigurationException {
        String dn = dn(name);
        try {
            Device device = new Device(LdapUtils.stringValue(getAttributes(dn).get("dicomDeviceName"), null));
            for (LdapDicomConfigurationExtension extension : extensions) extension.loadChilds(device, dn);
            return device;
        } catch (NameNotFoundException e) {
            throw new ConfigurationNotFoundException("There is no device " + name, e);
        } catch (NamingException e) {
            throw new ConfigurationException(e);
        }
    }

    @Override
    public ConfigurationChanges persist(Device device, EnumSet<Option> options) throws ConfigurationException {
        ConfigurationChanges changes = changes(options);
        String dn = dn(device.getDeviceName());
        Attributes attributes = new BasicAttributes(true);
        attributes.put("objectclass", "dicomDevice");
        attributes.put("dicomDeviceName", device.getDeviceName());
        attributes.put("dicomInstalled", device.isInstalled() ? "TRUE" : "FALSE");
        try {
            ConfigurationChanges.addModifiedObject(changes, dn, ChangeType.C);
            createSubcontext(dn, attributes);
            ConfigurationChanges below = ConfigurationChanges.nullifyIfNotVerbose(changes, changes);
            for (LdapDicomConfigurationExtension extension : extensions) extension.storeChilds(below, dn, device);
            return changes;
        } catch (NamingException e) {
            throw new ConfigurationException(e);
        }
    }

    @Override
    public ConfigurationChanges merge(Device device, EnumSet<Option> options) throws ConfigurationException {
        ConfigurationChanges changes = changes(options);
        Device previous = findDevice(device.getDeviceName());
        try {
            for (LdapDicomConfigurationExtension extension : extensions)
                extension.mergeChilds(changes, previous, device, dn(device.getDeviceName()));
            return changes;
        } catch (NamingException e) {
            throw new ConfigurationException(e);
        }
    }

    private static ConfigurationChanges changes(EnumSet<Option> options) {
        if (options == null) return null;
        boolean verbose = options.contains(Option.CONFIGURATION_CHANGES_VERBOSE);
        return verbose || options.contains(Option.CONFIGURATION_CHANGES) ? new ConfigurationChanges(verbose) : null;
    }

    private String dn(String device) {
        return LdapUtils.dnOf("dicomDeviceName", device, "cn=Devices," + root);
    }

    public void createSubcontext(String dn, Attributes attributes) throws NamingException {
        directory.createSubcontext(dn, attributes).close();
    }

    public void destroySubcontext(String dn) throws NamingException {
        directory.destroySubcontext(dn);
    }

    public void destroySubcontextWithChilds(String dn) throws NamingException {
        NamingEnumeration<SearchResult> below = search(dn, "(objectclass=*)");
        while (below.hasMore()) destroySubcontextWithChilds(below.next().getNameInNamespace());
        destroySubcontext(dn);
    }

    public Attributes getAttributes(String dn) throws NamingException {
        return directory.getAttributes(dn);
    }

    /** Looks one level below an entry. */
    public NamingEnumeration<SearchResult> search(String dn, String filter) throws NamingException {
        SearchControls oneLevel = new SearchControls();
        oneLevel.setSearchScope(SearchControls.ONELEVEL_SCOPE);
        return directory.search(dn, filter, oneLevel);
    }

    public void modifyAttributes(String dn, List<ModificationItem> modifications) throws NamingException {
        if (!modifications.isEmpty()) directory.modifyAttributes(dn, modifications.toArray(ModificationItem[]::new));
    }
}
