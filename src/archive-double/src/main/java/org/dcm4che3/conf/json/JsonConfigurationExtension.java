// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.net.Device;

/** Knows a part of a device's JSON; none of its own. */
public class JsonConfigurationExtension {
    protected JsonConfiguration config;

    public JsonConfigurationExtension() {}

    public JsonConfiguration getJsonConfiguration() {
        return config;
    }

    public void setJsonConfiguration(JsonConfiguration configuration) {
        config = configuration;
    }

    protected void storeTo(Device device, JsonWriter writer) {}

    public boolean loadDeviceExtension(Device device, JsonReader reader, ConfigurationDelegate delegate)
            throws ConfigurationException {
        return false;
    }
}
