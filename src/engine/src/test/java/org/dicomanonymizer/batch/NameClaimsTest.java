// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameClaimsTest {
    @TempDir
    private Path folder;

    @Test
    void names_that_differ_in_case_are_one_only_where_the_file_system_takes_them_for_one() throws IOException {
        Files.createFile(folder.resolve("case"));
        boolean folds = Files.exists(folder.resolve("CASE"));
        NameClaims names = new NameClaims();

        assertThat(names.claim(Path.of("a/b.dcm"), folder)).isTrue();
        assertThat(names.claim(Path.of("a/c.dcm"), folder)).isTrue();
        assertThat(names.claim(Path.of("A/B.dcm"), folder)).isEqualTo(!folds);
        assertThat(Inputs.entries(folder)).containsExactly("case");
    }
}
