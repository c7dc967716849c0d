// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.naming.NamingException;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.ldap.LdapDicomConfigurationExtension;
import org.dcm4che3.net.Device;

/**
 * Keeps the profiles of a device as entries below it in the archive's directory. What was written there by others is loaded
 * whatever is wrong with it: its profile then refuses its objects, and the device is none the worse.
 */
@ApplicationScoped
public class LdapAnonymizerConfiguration extends LdapDicomConfigurationExtension {

    @Override
    protected void loadChilds(Device device, String dn) throws NamingException {
        List<Entry> profiles = new LdapEntries(config).load(EntryType.PROFILE, dn);
        if (profiles.isEmpty()) return;
        AnonymizerDeviceExtension extension = new AnonymizerDeviceExtension();
        extension.setConfiguration(profiles);
        device.addDeviceExtension(extension);
    }

    @Override
    protected void storeChilds(ConfigurationChanges changes, String dn, Device device) throws NamingException {
        new LdapEntries(config).store(changes, AnonymizerDeviceExtension.configurationOf(device), dn);
    }

    @Override
    protected void mergeChilds(ConfigurationChanges changes, Device previous, Device device, String dn)
            throws NamingException {
        List<Entry> before = AnonymizerDeviceExtension.configurationOf(previous);
        new LdapEntries(config).merge(changes, before, AnonymizerDeviceExtension.configurationOf(device), dn);
    }
}
