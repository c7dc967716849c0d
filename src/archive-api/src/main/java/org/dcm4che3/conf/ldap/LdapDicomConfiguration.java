// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.ldap;

import java.util.EnumSet;
import java.util.Hashtable;
import java.util.List;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attributes;
import javax.naming.directory.ModificationItem;
import javax.naming.directory.SearchResult;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.conf.api.DicomConfiguration;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;

public final class LdapDicomConfiguration implements DicomConfiguration {

    public LdapDicomConfiguration(Hashtable<?, ?> environment) throws ConfigurationException {}

    public final boolean isExtended() {
        throw new UnsupportedOperationException();
    }

    public final void setExtended(boolean extended) {
        throw new UnsupportedOperationException();
    }

    public final void setConfigurationCN(String cn) {
        throw new UnsupportedOperationException();
    }

    public void addDicomConfigurationExtension(LdapDicomConfigurationExtension extension) {
        throw new UnsupportedOperationException();
    }

    public <T> T getDicomConfigurationExtension(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }

    public boolean configurationExists() throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    public boolean exists(String dn) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public ApplicationEntity findApplicationEntity(String aeTitle) throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    public Device findDevice(String name) throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    public ConfigurationChanges persist(Device device, EnumSet<DicomConfiguration.Option> options)
            throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    public ConfigurationChanges merge(Device device, EnumSet<DicomConfiguration.Option> options)
            throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    public ConfigurationChanges removeDevice(String name, EnumSet<DicomConfiguration.Option> options)
            throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    public void createSubcontext(String dn, Attributes attributes) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public void destroySubcontext(String dn) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public void destroySubcontextWithChilds(String dn) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public String getConfigurationDN() {
        throw new UnsupportedOperationException();
    }

    public void ensureConfigurationExists() throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    public Attributes getAttributes(String dn) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public Attributes getAttributes(String dn, String[] attributeIds) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public NamingEnumeration<SearchResult> search(String dn, String filter) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public NamingEnumeration<SearchResult> search(String dn, String filter, String... attributeIds)
            throws NamingException {
        throw new UnsupportedOperationException();
    }

    public void modifyAttributes(String dn, List<ModificationItem> modifications) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public void replaceAttributes(String dn, Attributes attributes) throws NamingException {
        throw new UnsupportedOperationException();
    }

    public NamingEnumeration<SearchResult> search(String dn, String[] attributeIds, String filter)
            throws NamingException {
        throw new UnsupportedOperationException();
    }
}
