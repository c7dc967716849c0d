// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.testing.TestCertificates;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The server's folder of configuration for a test, with the files that its profiles refer to. */
final class ConfigurationFolder implements BeforeEachCallback, AfterEachCallback {
    private static final String PROPERTY = "jboss.server.config.dir";
    private static final String EVERYTHING = "everything";

    private Path folder;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("configuration");
        Files.writeString(folder.resolve("project.key"), "a key for tests only, and long enough");
        Files.writeString(folder.resolve("days.csv"), "PatientID,date\nP1,20200101\n");
        Files.writeString(folder.resolve("safe.csv"), "group,creator,element\n0019,GEMS_ACQU_01,9F\n");
        Files.writeString(folder.resolve("old.json"), "{\"(0x0010,0x0020)\": \"keep\"}");
        TestCertificates.ec("secp256r1").writeCertificate(folder.resolve("doctor.pem"));
        System.setProperty(PROPERTY, folder.toString());
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        System.clearProperty(PROPERTY);
        for (Path file : files()) Files.delete(file);
        Files.delete(folder);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    Path path() {
        return folder;
    }

    /** The ready-made profiles with a key, as an archive needs one, and the profile that uses everything. */
    List<Entry> profiles() throws IOException {
        List<Entry> profiles = new ArrayList<>();
        for (String name : Profiles.names()) profiles.add(read(withKey(Profiles.json(name))));
        profiles.add(read(everything()));
        return profiles;
    }

    Entry read(String json) {
        return ProfileImport.read(json, null, null, folder);
    }

    static String everything() throws IOException {
        return Files.readString(Directory.resource(EVERYTHING + ".json"));
    }

    static String withKey(String json) throws IOException {
        ObjectNode profile = (ObjectNode) ProfileJson.MAPPER.readTree(json);
        profile.withObjectProperty("identity").putObject("key").put("file", "project.key");
        return profile.toString();
    }
}
