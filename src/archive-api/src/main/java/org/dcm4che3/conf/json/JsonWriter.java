// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import jakarta.json.stream.JsonGenerator;
import java.util.Date;
import java.util.Map;

public class JsonWriter {

    public JsonWriter(JsonGenerator generator) {}

    public JsonGenerator writeStartObject() {
        throw new UnsupportedOperationException();
    }

    public JsonGenerator writeStartObject(String name) {
        throw new UnsupportedOperationException();
    }

    public JsonGenerator writeStartArray() {
        throw new UnsupportedOperationException();
    }

    public JsonGenerator writeStartArray(String name) {
        throw new UnsupportedOperationException();
    }

    public JsonGenerator write(String name, int value) {
        throw new UnsupportedOperationException();
    }

    public JsonGenerator write(String name, boolean value) {
        throw new UnsupportedOperationException();
    }

    public JsonGenerator writeEnd() {
        throw new UnsupportedOperationException();
    }

    public JsonGenerator write(String value) {
        throw new UnsupportedOperationException();
    }

    public <T> void writeNotNullOrDef(String name, T value, T defaultValue) {
        throw new UnsupportedOperationException();
    }

    public void writeNotNull(String name, Boolean value) {
        throw new UnsupportedOperationException();
    }

    public void writeNotNull(String name, Integer value) {
        throw new UnsupportedOperationException();
    }

    public void writeNotNull(String name, Long value) {
        throw new UnsupportedOperationException();
    }

    public void writeNotNull(String name, Date value) {
        throw new UnsupportedOperationException();
    }

    public <T> void writeNotEmpty(String name, T[] values, T... defaults) {
        throw new UnsupportedOperationException();
    }

    public <T> void writeNotEmpty(String name, Map<String, T> values) {
        throw new UnsupportedOperationException();
    }

    public static <T> boolean equals(T[] first, T[] second) {
        throw new UnsupportedOperationException();
    }

    public void writeNotEmpty(String name, int[] values) {
        throw new UnsupportedOperationException();
    }

    public void writeNotDef(String name, long value, long defaultValue) {
        throw new UnsupportedOperationException();
    }

    public void writeNotDef(String name, int value, int defaultValue) {
        throw new UnsupportedOperationException();
    }

    public void writeNotDef(String name, boolean value, boolean defaultValue) {
        throw new UnsupportedOperationException();
    }
}
