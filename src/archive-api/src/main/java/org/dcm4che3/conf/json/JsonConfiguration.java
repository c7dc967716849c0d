// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.net.Device;

public class JsonConfiguration {

    public JsonConfiguration() {}

    public void addJsonConfigurationExtension(JsonConfigurationExtension extension) {
        throw new UnsupportedOperationException();
    }

    public <T extends JsonConfigurationExtension> T getJsonConfigurationExtension(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public void writeTo(Device device, JsonGenerator generator, boolean extended) {
        throw new UnsupportedOperationException();
    }

    public Device loadDeviceFrom(JsonParser parser, ConfigurationDelegate delegate) throws ConfigurationException {
        throw new UnsupportedOperationException();
    }
}
