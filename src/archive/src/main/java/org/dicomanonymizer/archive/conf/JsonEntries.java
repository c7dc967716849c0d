// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dcm4che3.conf.json.JsonReader;
import org.dcm4che3.conf.json.JsonWriter;

/**
 * Entries in the JSON of devices, by the archive's conventions: a list under the name of the object class, attributes by their
 * names in LDAP. Reading takes whatever {@link #write} gives; keys that no entry has are refused, since a setting that is
 * misspelt is one that does not protect.
 */
final class JsonEntries {
    private JsonEntries() {}

    static void write(JsonWriter json, EntryType type, List<Entry> entries) {
        if (entries.isEmpty()) return;
        json.writeStartArray(type.objectClass());
        for (Entry entry : entries) {
            json.writeStartObject();
            json.writeNotNullOrDef(type.naming(), entry.name(), null);
            for (Field field : type.fields()) write(json, field, entry.all(field.attribute()));
            for (EntryType kind : type.children()) write(json, kind, entry.children(kind));
            json.writeEnd();
        }
        json.writeEnd();
    }

    /** What is no value of its attribute, but stands in the directory, is written as it is. */
    private static void write(JsonWriter json, Field field, List<String> values) {
        String attribute = field.attribute();
        if (values.size() != 1 || field.kind().isList()) json.writeNotEmpty(attribute, values.toArray(String[]::new));
        else if (field.kind() == Field.Kind.INTEGER
                && Field.integer(values.get(0)).isPresent())
            json.write(attribute, Field.integer(values.get(0)).get());
        else if (field.kind() == Field.Kind.BOOLEAN && Field.bool(values.get(0)).isPresent())
            json.write(attribute, Field.bool(values.get(0)).get());
        else json.writeNotNullOrDef(attribute, values.get(0), null);
    }

    /**
     * Reads the list behind a key that has just been read.
     *
     * @throws JsonParsingException if it is no list of such entries
     */
    static List<Entry> read(JsonReader json, EntryType type) {
        json.next();
        json.expect(Event.START_ARRAY);
        List<Entry> entries = new ArrayList<>();
        while (json.next() == Event.START_OBJECT) entries.add(entry(json, type));
        json.expect(Event.END_ARRAY);
        boolean unordered = type.isOrdered()
                && entries.stream().allMatch(entry -> entry.all(EntryType.ORDER).isEmpty());
        return unordered ? Placement.inOrder(entries) : entries;
    }

    private static Entry entry(JsonReader json, EntryType type) {
        String name = null;
        Set<String> known = new HashSet<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<Entry> children = new ArrayList<>();
        while (json.next() == Event.KEY_NAME) {
            String key = json.getString();
            if (!known.add(key))
                throw new JsonParsingException(
                        "Property " + key + " of " + type.objectClass() + " stands there twice", json.getLocation());
            if (key.equals(type.naming())) name = json.stringValue();
            else if (type.field(key).isPresent()) values.put(key, values(json));
            else children.addAll(read(json, child(json, type, key)));
        }
        json.expect(Event.END_OBJECT);
        if (name == null)
            throw new JsonParsingException("A " + type.objectClass() + " has no " + type.naming(), json.getLocation());
        return new Entry(type, name, values, children);
    }

    private static EntryType child(JsonReader json, EntryType type, String key) {
        return type.children().stream()
                .filter(kind -> kind.objectClass().equals(key))
                .findFirst()
                .orElseThrow(() -> new JsonParsingException(
                        "Unknown property " + key + " of " + type.objectClass(), json.getLocation()));
    }

    private static List<String> values(JsonReader json) {
        List<String> values = new ArrayList<>();
        if (json.next() != Event.START_ARRAY) return List.of(value(json));
        while (json.next() != Event.END_ARRAY) values.add(value(json));
        return values;
    }

    private static String value(JsonReader json) {
        return switch (json.getEvent()) {
            case VALUE_TRUE -> Field.of(true);
            case VALUE_FALSE -> Field.of(false);
            case VALUE_NUMBER -> json.getString();
            default -> {
                json.expect(Event.VALUE_STRING);
                yield json.getString();
            }
        };
    }
}
