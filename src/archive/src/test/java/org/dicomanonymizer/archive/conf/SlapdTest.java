// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on slapd, which reads the schema from its {@code .schema} file. */
class SlapdTest extends DirectoryContract {
    @TempDir
    static Path data;

    private static SlapdDirectory server;

    @BeforeAll
    static void start() throws Exception {
        server = SlapdDirectory.withConfigurationFile(data);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    Directory directory() {
        return server;
    }
}
