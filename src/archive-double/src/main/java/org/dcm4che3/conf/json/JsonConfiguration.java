// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.util.ArrayList;
import java.util.List;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.net.Device;

/** The JSON of devices: their name, and {@code dcmDevice} with what the extensions know. */
public class JsonConfiguration {
    private static final String NAME = "dicomDeviceName";

    private final List<JsonConfigurationExtension> extensions = new ArrayList<>();

    public JsonConfiguration() {}

    public void addJsonConfigurationExtension(JsonConfigurationExtension extension) {
        extension.setJsonConfiguration(this);
        extensions.add(extension);
    }

    public void writeTo(Device device, JsonGenerator generator, boolean extended) {
        JsonWriter writer = new JsonWriter(generator);
        writer.writeStartObject();
        writer.writeNotNullOrDef(NAME, device.getDeviceName(), null);
        if (extended) {
            writer.writeStartObject("dcmDevice");
            for (JsonConfigurationExtension extension : extensions) extension.storeTo(device, writer);
            writer.writeEnd();
        }
        writer.writeEnd();
    }

    /** Of the device itself only the name is read, which has to come first. */
    public Device loadDeviceFrom(JsonParser parser, ConfigurationDelegate delegate) throws ConfigurationException {
        JsonReader reader = new JsonReader(parser);
        reader.next();
        reader.expect(Event.START_OBJECT);
        Device device = null;
        while (reader.next() == Event.KEY_NAME) {
            if (reader.getString().equals(NAME)) device = new Device(reader.stringValue());
            else if (reader.getString().equals("dcmDevice")) extensions(device, reader, delegate);
            else reader.skipUnknownProperty();
        }
        return device;
    }

    private void extensions(Device device, JsonReader reader, ConfigurationDelegate delegate)
            throws ConfigurationException {
        reader.next();
        reader.expect(Event.START_OBJECT);
        while (reader.next() == Event.KEY_NAME) {
            boolean known = false;
            for (JsonConfigurationExtension extension : extensions)
                known = known || extension.loadDeviceExtension(device, reader, delegate);
            if (!known) reader.skipUnknownProperty();
        }
        reader.expect(Event.END_OBJECT);
    }
}
