// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.json;

import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;

/** A parser that remembers its last event and text. */
public class JsonReader {
    private final JsonParser parser;
    private Event event;
    private String text;

    public JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    public Event next() {
        text = null;
        event = parser.next();
        return event;
    }

    public String getString() {
        if (text == null) text = parser.getString();
        return text;
    }

    public Event getEvent() {
        return event;
    }

    public JsonLocation getLocation() {
        return parser.getLocation();
    }

    public void expect(Event expected) {
        if (event != expected)
            throw new JsonParsingException("Unexpected " + event + ", expected " + expected, getLocation());
    }

    public String stringValue() {
        next();
        expect(Event.VALUE_STRING);
        return getString();
    }

    /** Skips the value behind a key. */
    public void skipUnknownProperty() {
        Event first = next();
        if (first == Event.START_OBJECT) parser.skipObject();
        if (first == Event.START_ARRAY) parser.skipArray();
    }
}
