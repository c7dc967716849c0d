// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.ldap;

import javax.naming.NamingException;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.net.Device;

/** Keeps a part of a device in the directory; does nothing of its own. */
public class LdapDicomConfigurationExtension {
    protected LdapDicomConfiguration config;

    public LdapDicomConfigurationExtension() {}

    public LdapDicomConfiguration getDicomConfiguration() {
        return config;
    }

    public void setDicomConfiguration(LdapDicomConfiguration configuration) {
        config = configuration;
    }

    protected void storeChilds(ConfigurationChanges changes, String dn, Device target)
            throws NamingException, ConfigurationException {}

    protected void loadChilds(Device target, String dn) throws NamingException, ConfigurationException {}

    protected void mergeChilds(ConfigurationChanges changes, Device previous, Device target, String dn)
            throws NamingException, ConfigurationException {}
}
