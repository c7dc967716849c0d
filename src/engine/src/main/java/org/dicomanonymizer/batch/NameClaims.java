// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.dicomanonymizer.dicom.PendingFile;

/**
 * Keeps two inputs from being written under one name where outputs are replaced: {@code a.dcm} and {@code A.dcm} are two
 * files on one file system and the same on another. Used by many threads at once.
 */
final class NameClaims {
    private final Set<Long> claimed = new HashSet<>();
    private Boolean folding;

    /**
     * Claims a name for an input.
     *
     * @param name   the output's path within the folder of all outputs
     * @param folder the output's own folder, which exists
     * @return whether no other input has the name
     */
    synchronized boolean claim(Path name, Path folder) throws IOException {
        return claimed.add(hash(fold(name.toString()))) || !folds(folder);
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    /** 64 bits of FNV-1a: of a million names hardly two meet by chance, and that costs no more than a look at the folder. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ b & 0xFF) * 0x100000001b3L;
        return hash;
    }

    /** Whether the file system takes two cases of a name for the same: tried out, since nothing tells. */
    private boolean folds(Path folder) throws IOException {
        if (folding == null) {
            try (PendingFile trial = PendingFile.create(folder.resolve("trial"), true)) {
                Path file = trial.path();
                folding = Files.exists(
                        file.resolveSibling(file.getFileName().toString().toUpperCase(Locale.ROOT)));
            }
        }
        return folding;
    }
}
