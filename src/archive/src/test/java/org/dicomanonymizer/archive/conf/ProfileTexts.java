// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.ProfileWriter;

/** What texts of profiles mean to the engine. */
final class ProfileTexts {
    private ProfileTexts() {}

    /** What the engine reads from a profile, as it writes it; lists in which order means nothing are in that of the alphabet. */
    static JsonNode meaning(String json, Path folder) throws IOException {
        JsonNode profile = ProfileJson.MAPPER.readTree(
                ProfileWriter.write(ProfileReader.read(json, "profile", folder).orThrow()));
        for (String set : List.of("/text/words", "/private/safe", "/encryption/recipients")) sort(profile.at(set));
        profile.at("/pixels/regions").forEach(region -> sort(region.path("rectangles")));
        return profile;
    }

    private static void sort(JsonNode list) {
        if (!(list instanceof ArrayNode array)) return;
        List<String> texts = StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .sorted()
                .toList();
        array.removeAll();
        texts.forEach(array::add);
    }
}
