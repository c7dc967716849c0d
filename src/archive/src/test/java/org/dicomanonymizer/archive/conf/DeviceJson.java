// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import org.dcm4che3.conf.json.JsonConfiguration;
import org.dcm4che3.net.Device;

/** The JSON of devices as the archive's REST services read and write it, with our extension. */
final class DeviceJson {
    private final JsonConfiguration configuration = new JsonConfiguration();

    /** @param live the device that is in force in the archive that reads */
    DeviceJson(Device live) {
        configuration.addJsonConfigurationExtension(new JsonAnonymizerConfiguration(new ConfiguredProfiles(live)));
    }

    String write(Device device) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.createGenerator(text)) {
            configuration.writeTo(device, generator, true);
        }
        return text.toString();
    }

    Device read(String json) throws Exception {
        return configuration.loadDeviceFrom(Json.createParser(new StringReader(json)), null);
    }
}
