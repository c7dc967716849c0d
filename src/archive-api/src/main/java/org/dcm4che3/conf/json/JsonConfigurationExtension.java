// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;

public class JsonConfigurationExtension {
    protected JsonConfiguration config;

    public JsonConfigurationExtension() {}

    public JsonConfiguration getJsonConfiguration() {
        throw new UnsupportedOperationException();
    }

    public void setJsonConfiguration(JsonConfiguration configuration) {
        throw new UnsupportedOperationException();
    }

    protected void storeTo(Device device, JsonWriter writer) {
        throw new UnsupportedOperationException();
    }

    protected void storeTo(ApplicationEntity ae, JsonWriter writer) {
        throw new UnsupportedOperationException();
    }

    public boolean loadDeviceExtension(Device device, JsonReader reader, ConfigurationDelegate delegate)
            throws ConfigurationException {
        throw new UnsupportedOperationException();
    }

    public boolean loadApplicationEntityExtension(
            Device device, ApplicationEntity ae, JsonReader reader, ConfigurationDelegate delegate)
            throws ConfigurationException {
        throw new UnsupportedOperationException();
    }
}
