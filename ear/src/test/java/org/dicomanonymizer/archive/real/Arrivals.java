// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What has arrived of stored objects that were exported. */
final class Arrivals {
    private Arrivals() {}

    /**
     * Looks whether each object is there, with the pixels that it has in the archive, and nothing of a patient.
     *
     * @param originals what identifies the patients
     * @return who the objects are now
     */
    static Set<Identity> check(Collection<Path> stored, Originals originals, Collection<Path> received)
            throws IOException, InterruptedException {
        assertThat(contents(received)).containsExactlyInAnyOrderElementsOf(contents(stored));
        Set<Identity> identities = new HashSet<>();
        for (Path file : received) {
            assertThat(originals.in(Files.readAllBytes(file)))
                    .as("originals in %s", file)
                    .isEmpty();
            identities.add(Identity.of(file));
        }
        assertThat(identities).hasSameSizeAs(stored);
        return identities;
    }

    /** SOP classes and pixels. */
    private static List<String> contents(Collection<Path> files) throws IOException, InterruptedException {
        List<String> contents = new ArrayList<>();
        for (Path file : files)
            contents.add(Dcmtk.run("dcmdump", "-q", "+L", "+P", "0008,0016", "+P", "7fe0,0010", file.toString())
                    .output());
        return contents;
    }
}
