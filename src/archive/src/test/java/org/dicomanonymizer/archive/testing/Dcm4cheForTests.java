// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fills a folder with the archive's classes for the tests: the compile-only ones, and in place of those that tests need at
 * work the real ones, if there are any, or else those of a fork. The build starts it before the tests.
 */
public final class Dcm4cheForTests {
    private static final String ATTRIBUTES = "org/dcm4che3/data/Attributes.class";
    private static final String COMPILE_ONLY = "org.dcm4chee.arc.coerce.CoercionProcessor";

    private Dcm4cheForTests() {}

    /**
     * Fills the folder.
     *
     * @param arguments the folder, and that of an installed archive or null
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        clear(folder);
        CodeSource compileOnly = Class.forName(COMPILE_ONLY, false, loader())
                .getProtectionDomain()
                .getCodeSource();
        copy(Path.of(compileOnly.getLocation().toURI()), folder);
        String modules = arguments[1];
        if (modules != null) {
            List<Path> jars = jars(Path.of(modules));
            if (jars.isEmpty()) throw new IOException("There is no dcm4che-core-*.jar in " + modules);
            for (Path jar : jars) copy(jar, folder);
        } else if (!isOnClassPath()) {
            ForkRelocation.into(folder);
        }
    }

    static ClassLoader loader() {
        return Dcm4cheForTests.class.getClassLoader();
    }

    private static boolean isOnClassPath() throws IOException {
        return loader().resources(ATTRIBUTES).anyMatch(url -> url.getPath().contains("/dcm4che-core"));
    }

    private static List<Path> jars(Path modules) throws IOException {
        try (Stream<Path> files = Files.walk(modules)) {
            return files.filter(file -> file.getFileName().toString().matches("dcm4che-(core|dict)-[^/]*\\.jar"))
                    .toList();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static void copy(Path jarOrFolder, Path target) throws IOException {
        if (Files.isDirectory(jarOrFolder)) {
            copyTree(jarOrFolder, target);
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + jarOrFolder.toUri()), Map.of())) {
            copyTree(jar.getPath("/"), target);
        }
    }

    private static void copyTree(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator)
                write(target.resolve(source.relativize(file).toString()), Files.newInputStream(file));
        }
    }

    static void write(Path file, InputStream content) throws IOException {
        try (content) {
            Files.createDirectories(file.getParent());
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
