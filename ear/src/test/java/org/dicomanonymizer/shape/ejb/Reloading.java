// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.ejb;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dicomanonymizer.shape.lib.LiveDevice;

/** A service in a jar of its own, as most of the archive's are. */
@Stateless
public class Reloading {
    @Inject
    private LiveDevice device;

    public void reload(String directory) throws ConfigurationException, IOException, GeneralSecurityException {
        device.reload(directory);
    }
}
