// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A tree of files. One that is there already is replaced: it is the same object of an earlier try. */
public final class FolderDestination implements Destination {
    private final Path folder;
    private final PathPattern paths;
    private final int sessions;

    /** A destination that writes so many files at once below a folder, which is made if need be. */
    public FolderDestination(Path folder, PathPattern paths, int sessions) {
        this.folder = folder;
        this.paths = paths;
        this.sessions = sessions;
    }

    @Override
    public int maxSessions() {
        return sessions;
    }

    @Override
    public Session open() {
        return new Session() {
            @Override
            public void send(DeidentifiedObject object) throws IOException {
                write(object);
            }

            @Override
            public void abort() {
                // A file is written in one go and appears when it is complete, so there is nothing to wait for.
            }

            @Override
            public void close() {
                // Nothing is kept open between files.
            }
        };
    }

    private void write(DeidentifiedObject object) throws IOException {
        Path file = folder.resolve(paths.of(object));
        Path parent = file.getParent();
        Files.createDirectories(parent);
        if (!parent.toRealPath().startsWith(folder.toRealPath()))
            throw new IOException("a link leads out of the folder " + folder + "; remove it");
        object.write(file);
    }
}
