// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archiveapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The manifest tells the truth about the archive at hand; see docs/architecture.md for how to give one. */
@Tag("dcm4che")
class RealApiTest {

    /** The archive's own types are looked for only if there are any: they are not in its module folder but in its EAR. */
    @Test
    void the_archive_has_every_type_and_member_of_the_manifest() throws IOException {
        Map<String, ApiType> real = RealClasses.read();
        boolean withArchive = real.keySet().stream().anyMatch(name -> name.startsWith("org.dcm4chee."));
        List<String> differences = new ArrayList<>();
        Manifest.read().forEach((name, expected) -> {
            ApiType actual = real.get(name);
            if (actual != null) differences.addAll(expected.differences(actual, false));
            else if (withArchive || !name.startsWith("org.dcm4chee.")) differences.add(name + " is missing");
        });
        assertThat(differences).isEmpty();
    }
}
