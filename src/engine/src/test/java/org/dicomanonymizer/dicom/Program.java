// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs another program, as a judge of what this one does. */
final class Program {
    private Program() {}

    /** What it prints, both streams together. Fails if it is missing or does not end with 0. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("output", ".txt");
        try {
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            if (status != 0) throw new AssertionError(command + " ended with " + status + ":\n" + text);
            return text;
        } finally {
            Files.delete(output);
        }
    }
}
