// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archivedouble;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dcm4chee.arc.store.StoreContext;
import org.dcm4chee.arc.store.StoreService;
import org.dcm4chee.arc.store.StoreSession;

/** What was stored through the archive's service, as files of a folder in their order. */
public final class StoredCopies {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    public StoredCopies(Path folder) {
        this.folder = folder;
    }

    public StoreService service() {
        return Fake.of(StoreService.class)
                .on("newStoreSession", a -> Fake.of(StoreSession.class).make())
                .on(
                        "newStoreContext",
                        a -> Fake.of(StoreContext.class)
                                .on("getException", b -> null)
                                .make())
                .on("store", a -> {
                    store((InputStream) a[1]);
                    return null;
                })
                .make();
    }

    private synchronized void store(InputStream in) throws IOException {
        Path file = folder.resolve("stored-" + files.size());
        Files.copy(in, file);
        files.add(file);
    }

    public synchronized List<Path> files() {
        return List.copyOf(files);
    }
}
