// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archiveapi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of the real API. */
final class Manifest {
    private Manifest() {}

    static SortedMap<String, ApiType> read() throws IOException {
        SortedMap<String, ApiType> types = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Manifest.class.getResourceAsStream("real-api.tsv"), StandardCharsets.UTF_8))) {
            ApiType type = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#") || line.isEmpty()) continue;
                String[] cells = line.split("\t", line.startsWith("\t") ? 4 : 2);
                if (line.startsWith("\t")) {
                    type.members().put(cells[1] + ' ' + cells[2], cells[3]);
                } else {
                    type = new ApiType(cells[0], cells[1], new TreeMap<>());
                    types.put(type.name(), type);
                }
            }
        }
        return types;
    }
}
