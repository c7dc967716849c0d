// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JSON schema of profiles, {@code config/profile.schema.json}, which the engine's tests compare with the engine. */
final class ProfileFormat {
    private static final Path FILE = Path.of("..", "..", "config", "profile.schema.json");

    private final JsonNode schema;

    ProfileFormat() throws IOException {
        schema = ProfileJson.MAPPER.readTree(FILE.toFile());
    }

    /** What the schema says about the values of a field; missing if it has no such key. */
    JsonNode of(EntryType type, Field field) {
        JsonNode node = root(type);
        for (String key : field.keys()) node = resolved(node.path("properties").path(key));
        for (JsonNode choice : node.path("oneOf"))
            if (choice.path("type").asText().equals("string")) return choice;
        return node;
    }

    /** What the schema says about the elements of a list. */
    JsonNode elements(JsonNode list) {
        return resolved(list.path("items"));
    }

    private JsonNode root(EntryType type) {
        return switch (type) {
            case PROFILE -> schema;
            case RULE -> schema.at("/$defs/rule");
            case REGION -> schema.at("/properties/pixels/properties/regions/items");
        };
    }

    /** A definition in place of the reference to it; a description beside the reference counts. */
    private JsonNode resolved(JsonNode node) {
        if (!node.has("$ref")) return node;
        ObjectNode definition =
                schema.at(node.get("$ref").textValue().substring(1)).deepCopy();
        if (node.has("description")) definition.set("description", node.get("description"));
        return definition;
    }

    /** The keys of all values that are no objects, each with those above it, divided by dots. */
    List<String> paths(EntryType type) {
        List<String> paths = new ArrayList<>();
        collect(root(type), "", paths);
        return paths;
    }

    private void collect(JsonNode node, String prefix, List<String> paths) {
        node.path("properties").properties().forEach(property -> {
            JsonNode value = resolved(property.getValue());
            String path = prefix + property.getKey();
            if (value.has("properties")) collect(value, path + ".", paths);
            else paths.add(path);
        });
    }
}
