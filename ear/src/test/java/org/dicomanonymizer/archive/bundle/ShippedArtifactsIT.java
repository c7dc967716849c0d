// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** What is in the bundle, and above all what is not: nothing that the archive or its server has itself. */
class ShippedArtifactsIT {
    private static final Path ZIP = Path.of(System.getProperty("bundle.zip"));

    /** All that may be in a jar of ours: the archive's classes, those of its doubles and of Jakarta EE lie elsewhere. */
    private static final String OURS = "(org/(dicomanonymizer/.*)?)?|META-INF/.*";

    @Test
    void shipsNoClassButItsOwnAndTheRelocatedLibraries() throws IOException {
        assertThat(foreign(Files.newInputStream(ZIP))).isEmpty();
    }

    @Test
    void noticesForeignClasses() throws IOException {
        byte[] plugin = zip("org/dcm4che3/data/VR.class", "org/dicomanonymizer/A.class", "jakarta/inject/Named.class");
        assertThat(foreign(new ByteArrayInputStream(zip("lib/plugin.jar", plugin, "bin/Some.class", new byte[0]))))
                .containsExactly(
                        "lib/plugin.jar: org/dcm4che3/data/VR.class",
                        "lib/plugin.jar: jakarta/inject/Named.class",
                        "bin/Some.class");
    }

    /** Under its own name in META-INF/services a library would be offered to everybody who asks for such a service. */
    @Test
    void offersNoServiceButItsOwn() throws IOException {
        assertThat(jarEntries())
                .filteredOn(name -> name.startsWith("META-INF/services/"))
                .allMatch(name -> name.startsWith("META-INF/services/org.dicomanonymizer."));
        assertThat(jarEntries()).noneMatch(name -> name.startsWith("META-INF/versions/"));
        assertThat(jarEntries()).noneMatch(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA)"));
    }

    @Test
    void holdsTheEngineWithItsTablesTheLibrariesAndTheSwitchOfCdi() throws IOException {
        assertThat(jarEntries())
                .contains(
                        "org/dicomanonymizer/Anonymizer.class",
                        "org/dicomanonymizer/profile/ready-made/basic.json",
                        "org/dicomanonymizer/archive/conf/ConfiguredProfiles.class",
                        "org/dicomanonymizer/shaded/jackson/databind/ObjectMapper.class",
                        "org/dicomanonymizer/shaded/bouncycastle/cms/CMSEnvelopedData.class",
                        "META-INF/beans.xml",
                        "META-INF/LICENSE")
                .noneMatch(name -> name.startsWith("org/dicomanonymizer/archive/rest/"));
    }

    /** In lib of the EAR every web application of the archive would offer them. */
    @Test
    void keepsTheRestResourcesInAJarOfTheirOwn() throws IOException {
        assertThat(entries(new ByteArrayInputStream(jar("-rest"))))
                .extracting(Entry::name)
                .contains(
                        "org/dicomanonymizer/archive/rest/ProfilesResource.class",
                        "org/dicomanonymizer/archive/rest/openapi.yaml",
                        "META-INF/beans.xml")
                .allMatch(name -> name.endsWith("/")
                        || name.startsWith("org/dicomanonymizer/archive/rest/")
                        || name.startsWith("META-INF/"));
    }

    @Test
    void tellsItsReleaseAndThoseOfTheArchive() throws IOException {
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(plugin()))) {
            Manifest manifest = jar.getManifest();
            assertThat(manifest.getMainAttributes().getValue("Implementation-Version"))
                    .isNotBlank();
            assertThat(manifest.getMainAttributes().getValue("Archive-Releases"))
                    .isEqualTo("[5.31.1,5.36)");
        }
    }

    @Test
    void bringsTheInstallerProfilesGuidesAndLicence() throws IOException {
        String folder = ZIP.getFileName().toString().replaceFirst("\\.zip$", "/");
        assertThat(entries(Files.newInputStream(ZIP)))
                .extracting(Entry::name)
                .allMatch(name -> name.startsWith(folder))
                .contains(
                        folder + "install",
                        folder + "upgrade",
                        folder + "uninstall",
                        folder + "status",
                        folder + "ldap-schema",
                        folder + "LICENSE",
                        folder + "config/ldap/slapd/dicom-anonymizer.ldif",
                        folder + "config/profiles/basic.json",
                        folder + "docs/archive-installation.md");
    }

    private static byte[] plugin() throws IOException {
        return jar("(?<!-rest)");
    }

    private static byte[] jar(String end) throws IOException {
        return entries(Files.newInputStream(ZIP)).stream()
                .filter(entry -> entry.name.matches(".*/lib/[^/]*-plugin-[^/]*" + end + "\\.jar"))
                .findFirst()
                .orElseThrow()
                .content;
    }

    private static List<String> jarEntries() throws IOException {
        return entries(new ByteArrayInputStream(plugin())).stream()
                .map(Entry::name)
                .toList();
    }

    private static List<String> foreign(InputStream zip) throws IOException {
        List<String> foreign = new ArrayList<>();
        for (Entry entry : entries(zip)) {
            if (entry.name.endsWith(".class")) foreign.add(entry.name);
            if (!entry.name.endsWith(".jar")) continue;
            for (Entry inner : entries(new ByteArrayInputStream(entry.content)))
                if (!inner.name.matches(OURS)) foreign.add(entry.name + ": " + inner.name);
        }
        return foreign;
    }

    private static List<Entry> entries(InputStream stream) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.add(new Entry(entry.getName(), zip.readAllBytes()));
        }
        return entries;
    }

    private static byte[] zip(String... empty) throws IOException {
        Object[] arguments = new Object[empty.length * 2];
        for (int i = 0; i < empty.length; i++) {
            arguments[2 * i] = empty[i];
            arguments[2 * i + 1] = new byte[0];
        }
        return zip(arguments);
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    private record Entry(String name, byte[] content) {}
}
