// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.lib;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomanonymizer.archivedouble.StoredCopies;
import org.dicomanonymizer.archivedouble.StudyFiles;

/** A folder of the server that holds the objects. */
@ApplicationScoped
public class Storage {
    private final StudyFiles files;
    private final StoredCopies copies;

    public Storage() {
        try {
            Path folder = Files.createDirectories(Path.of(System.getProperty("jboss.server.data.dir"), "storage"));
            files = new StudyFiles(folder, folder.toUri());
            copies = new StoredCopies(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Produces
    public StudyFiles files() {
        return files;
    }

    /** What exports have stored in it. */
    public StoredCopies copies() {
        return copies;
    }
}
