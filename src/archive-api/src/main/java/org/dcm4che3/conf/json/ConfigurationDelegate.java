// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.net.Device;

public interface ConfigurationDelegate {

    Device findDevice(String name) throws ConfigurationException;
}
