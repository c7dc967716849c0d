// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Fills a folder with the archive's classes for the tests: the compile-only ones; in place of those that tests need at work
 * our stand-ins and the data classes of a fork; and in place of all of these the real ones, if there are any. The build starts
 * it before the tests.
 */
public final class Dcm4cheForTests {
    private static final String ATTRIBUTES = "org/dcm4che3/data/Attributes.class";

    /** Both the compile-only classes and the stand-ins have it, and nothing else on the class path. */
    private static final String DEVICE = "org/dcm4che3/net/Device.class";

    /** The toolkit's data, images, network and configuration. */
    private static final String JARS =
            "(dcm4che-(core|dict|deident|hl7|image|imageio|imageio-rle|net|net-hl7|conf-api|conf-json|conf-ldap|soundex)|dcm4chee-arc-conf)-[0-9][^/]*\\.jar";

    private Dcm4cheForTests() {}

    /**
     * Fills the folder.
     *
     * @param arguments the folder, and that of an installed archive or null
     */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        clear(folder);
        // In the order of the dependencies: stand-ins overwrite what is compile-only.
        for (URL device : Collections.list(loader().getResources(DEVICE))) copy(container(device), folder);
        String modules = arguments[1];
        if (modules != null) {
            List<Path> jars = jars(Path.of(modules));
            if (jars.isEmpty()) throw new IOException("There is no dcm4che-core-*.jar in " + modules);
            for (Path jar : jars) copy(jar, folder);
        } else if (!isOnClassPath()) {
            ForkRelocation.into(folder);
        }
    }

    /** The jar or folder that holds the class of a URL. */
    private static Path container(URL device) throws IOException {
        if (device.openConnection() instanceof JarURLConnection jar)
            return Path.of(jar.getJarFile().getName());
        Path file = Path.of(URI.create(device.toString()));
        return file.getRoot()
                .resolve(file.subpath(0, file.getNameCount() - Path.of(DEVICE).getNameCount()));
    }

    static ClassLoader loader() {
        return Dcm4cheForTests.class.getClassLoader();
    }

    private static boolean isOnClassPath() throws IOException {
        return loader().resources(ATTRIBUTES).anyMatch(url -> url.getPath().contains("/dcm4che-core"));
    }

    private static List<Path> jars(Path modules) throws IOException {
        try (Stream<Path> files = Files.walk(modules)) {
            return files.filter(file -> file.getFileName().toString().matches(JARS))
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
