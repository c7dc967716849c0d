// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.dicomanonymizer.cli.LauncherProject.Result;
import org.junit.jupiter.api.Test;

/** The launcher with what the build has just packaged. */
class PackagedCommandIT {
    @Test
    void starts_without_another_build() throws Exception {
        Result result = LauncherProject.finish(new ProcessBuilder("./dicom-anonymizer", "--version").start());

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).startsWith("dicom-anonymizer ");
        assertThat(result.exit()).isZero();
    }
}
