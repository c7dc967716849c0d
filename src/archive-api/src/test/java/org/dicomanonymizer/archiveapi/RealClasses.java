// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archiveapi;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The real types, from the jars of an archive: those in a folder, at any depth and in an EAR, or those of the class path. */
final class RealClasses {
    private static final Pattern ARCHIVE = Pattern.compile("dcm4che[^/]*\\.(jar|ear)");
    private static final Pattern TYPE = Pattern.compile("org/dcm4chee?[^-]*\\.class");

    private final Map<String, ApiType> types = new HashMap<>();

    private RealClasses() {}

    /** The types in the folder that the system property {@code dcm4che.modules} names, else those of the class path. */
    static Map<String, ApiType> read() throws IOException {
        RealClasses classes = new RealClasses();
        for (Path jar : jars(System.getProperty("dcm4che.modules"))) {
            try (InputStream in = Files.newInputStream(jar)) {
                classes.read(in);
            }
        }
        return classes.types;
    }

    private static List<Path> jars(String folder) throws IOException {
        if (folder == null) {
            String[] path = System.getProperty("java.class.path").split(File.pathSeparator);
            return Stream.of(path).map(Path::of).filter(RealClasses::isJar).toList();
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(RealClasses::isJar).toList();
        }
    }

    private static boolean isJar(Path file) {
        return Files.isRegularFile(file)
                && ARCHIVE.matcher(file.getFileName().toString()).matches();
    }

    private void read(InputStream jar) throws IOException {
        ZipInputStream zip = new ZipInputStream(jar);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (ARCHIVE.matcher(name.substring(name.lastIndexOf('/') + 1)).matches()) {
                read(zip);
            } else if (TYPE.matcher(name).matches()) {
                ApiType type = ClassFile.read(zip.readAllBytes());
                types.put(type.name(), type);
            }
        }
    }
}
