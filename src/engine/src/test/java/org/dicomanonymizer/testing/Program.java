// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Programs that nobody here wrote, as judges; the README says which Debian packages they come from. */
public final class Program {
    private Program() {}

    /**
     * What a finished program left.
     *
     * @param exit its exit status
     * @param output standard output and standard error, as they came
     */
    public record Run(int exit, String output) {}

    /** Runs a program to its end; a missing one fails the test, since a judge must not be left out. */
    public static Run run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the tests need the program " + command[0] + "; the README tells its package", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The errors that dciodvfy finds in a file, with the places but without the numbers of items and the values that it quotes. */
    public static List<String> dciodvfyErrors(Path file) {
        return run("dciodvfy", "-new", file.toString())
                .output()
                .lines()
                .filter(line -> line.startsWith("Error"))
                .map(line -> line.replaceAll("<(?!/)[^>]*>", "<>")
                        .replaceAll("\\[\\d+]", "[]")
                        .replaceAll("= .*", ""))
                .toList();
    }

    /** The errors that dciodvfy finds only in the output; none where it gives up reading the input, and can't compare. */
    public static List<String> newDciodvfyErrors(Path input, Path output) {
        List<String> before = dciodvfyErrors(input);
        if (before.stream()
                .anyMatch(error -> error.contains("not valid DICOM") || error.contains("dataset read failed")))
            return List.of();
        List<String> after = new ArrayList<>(dciodvfyErrors(output));
        before.forEach(after::remove);
        return after;
    }
}
