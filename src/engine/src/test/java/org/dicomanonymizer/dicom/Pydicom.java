// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The test files that come with Debian's package python3-pydicom. */
final class Pydicom {
    static final Path DATA = Path.of("/usr/lib/python3/dist-packages/pydicom/data");

    private Pydicom() {}

    static Path file(String name) {
        return DATA.resolve(name);
    }

    /** Every file but the Python code. */
    static List<Path> files() {
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(".py"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
