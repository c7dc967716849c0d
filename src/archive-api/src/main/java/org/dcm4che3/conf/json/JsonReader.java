// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;

public class JsonReader {

    public JsonReader(JsonParser parser) {}

    public JsonParser.Event next() {
        throw new UnsupportedOperationException();
    }

    public String getString() {
        throw new UnsupportedOperationException();
    }

    public JsonParser.Event getEvent() {
        throw new UnsupportedOperationException();
    }

    public JsonLocation getLocation() {
        throw new UnsupportedOperationException();
    }

    public void expect(JsonParser.Event event) {
        throw new UnsupportedOperationException();
    }

    public String stringValue() {
        throw new UnsupportedOperationException();
    }

    public String[] stringArray() {
        throw new UnsupportedOperationException();
    }

    public <T extends Enum<T>> T[] enumArray(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public long longValue() {
        throw new UnsupportedOperationException();
    }

    public int intValue() {
        throw new UnsupportedOperationException();
    }

    public int[] intArray() {
        throw new UnsupportedOperationException();
    }

    public boolean booleanValue() {
        throw new UnsupportedOperationException();
    }

    public void skipUnknownProperty() {
        throw new UnsupportedOperationException();
    }
}
