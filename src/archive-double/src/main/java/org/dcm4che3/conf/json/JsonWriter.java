// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import jakarta.json.stream.JsonGenerator;

/** A generator that leaves out what is absent. */
public class JsonWriter {
    private final JsonGenerator generator;

    public JsonWriter(JsonGenerator generator) {
        this.generator = generator;
    }

    public JsonGenerator writeStartObject() {
        return generator.writeStartObject();
    }

    public JsonGenerator writeStartObject(String name) {
        return generator.writeStartObject(name);
    }

    public JsonGenerator writeStartArray(String name) {
        return generator.writeStartArray(name);
    }

    public JsonGenerator write(String name, int value) {
        return generator.write(name, value);
    }

    public JsonGenerator write(String name, boolean value) {
        return generator.write(name, value);
    }

    public JsonGenerator writeEnd() {
        return generator.writeEnd();
    }

    public <T> void writeNotNullOrDef(String name, T value, T defaultValue) {
        if (value != null && !value.equals(defaultValue)) generator.write(name, value.toString());
    }

    @SuppressWarnings("unchecked")
    public <T> void writeNotEmpty(String name, T[] values, T... defaults) {
        if (values.length == 0) return;
        generator.writeStartArray(name);
        for (T value : values) generator.write(value.toString());
        generator.writeEnd();
    }
}
