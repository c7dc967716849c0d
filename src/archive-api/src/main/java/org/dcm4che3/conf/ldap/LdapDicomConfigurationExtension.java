// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.ldap;

import java.security.cert.CertificateException;
import java.util.List;
import javax.naming.NamingException;
import javax.naming.directory.Attributes;
import javax.naming.directory.ModificationItem;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;

public class LdapDicomConfigurationExtension {
    protected LdapDicomConfiguration config;

    public LdapDicomConfigurationExtension() {}

    public LdapDicomConfiguration getDicomConfiguration() {
        throw new UnsupportedOperationException();
    }

    public void setDicomConfiguration(LdapDicomConfiguration configuration) {
        throw new UnsupportedOperationException();
    }

    protected void storeTo(ConfigurationChanges.ModifiedObject change, Device target, Attributes attributes) {
        throw new UnsupportedOperationException();
    }

    protected void storeChilds(ConfigurationChanges changes, String dn, Device target)
            throws NamingException, ConfigurationException {
        throw new UnsupportedOperationException();
    }

    protected void loadFrom(Device target, Attributes attributes) throws NamingException, CertificateException {
        throw new UnsupportedOperationException();
    }

    protected void loadChilds(Device target, String dn) throws NamingException, ConfigurationException {
        throw new UnsupportedOperationException();
    }

    protected void storeDiffs(
            ConfigurationChanges.ModifiedObject change,
            Device previous,
            Device target,
            List<ModificationItem> modifications) {
        throw new UnsupportedOperationException();
    }

    protected void mergeChilds(ConfigurationChanges changes, Device previous, Device target, String dn)
            throws NamingException, ConfigurationException {
        throw new UnsupportedOperationException();
    }

    protected void storeTo(
            ConfigurationChanges.ModifiedObject change, ApplicationEntity target, Attributes attributes) {
        throw new UnsupportedOperationException();
    }

    protected void storeChilds(ConfigurationChanges changes, String dn, ApplicationEntity target)
            throws NamingException {
        throw new UnsupportedOperationException();
    }

    protected void loadFrom(ApplicationEntity target, Attributes attributes) throws NamingException {
        throw new UnsupportedOperationException();
    }

    protected void loadChilds(ApplicationEntity target, String dn) throws NamingException, ConfigurationException {
        throw new UnsupportedOperationException();
    }

    protected void storeDiffs(
            ConfigurationChanges.ModifiedObject change,
            ApplicationEntity previous,
            ApplicationEntity target,
            List<ModificationItem> modifications) {
        throw new UnsupportedOperationException();
    }

    protected void mergeChilds(
            ConfigurationChanges changes, ApplicationEntity previous, ApplicationEntity target, String dn)
            throws NamingException {
        throw new UnsupportedOperationException();
    }

    protected void register(Device device, List<String> dns) throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    protected void registerDiff(Device previous, Device device, List<String> dns) throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    protected void markForUnregister(Device previous, Device device, List<String> dns) {
        throw new UnsupportedOperationException();
    }

    protected void markForUnregister(String deviceDN, List<String> dns) throws NamingException, ConfigurationException {
        throw new UnsupportedOperationException();
    }
}
