// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.service.DicomServiceException;
import org.dcm4chee.arc.store.StoreContext;
import org.dcm4chee.arc.store.StoreService;
import org.dcm4chee.arc.store.StoreSession;

/** An AE of this archive, into which objects are stored as if it had received them. */
public final class ArchiveDestination implements Destination {
    private final StoreService service;
    private final ApplicationEntity target;
    private final String source;
    private final int sessions;
    private boolean begun;

    /**
     * A destination in this archive.
     *
     * @param target   the AE that stores
     * @param source   the AE title that the objects come from
     * @param sessions how many objects may be stored at once
     */
    public ArchiveDestination(StoreService service, ApplicationEntity target, String source, int sessions) {
        this.service = service;
        this.target = target;
        this.source = source;
        this.sessions = sessions;
    }

    @Override
    public int maxSessions() {
        return sessions;
    }

    @Override
    public Session open() {
        return new Session() {
            private volatile boolean aborted;

            @Override
            public void send(DeidentifiedObject object) throws IOException {
                Path file = Files.createTempFile("dicom", ".tmp"); // readable by its owner only
                try {
                    try (OutputStream out = Files.newOutputStream(file)) {
                        object.write(out);
                    }
                    if (aborted) throw new IOException("the export was canceled");
                    storeInTurn(file);
                } finally {
                    Files.deleteIfExists(file);
                }
            }

            @Override
            public void abort() {
                aborted = true;
            }

            @Override
            public void close() {
                // Each object has a store session of its own.
            }
        };
    }

    /** The first object alone, since it makes the patient and the study, which several at once would all try to make. */
    private void storeInTurn(Path file) throws IOException {
        synchronized (this) {
            if (!begun) {
                store(file);
                begun = true;
                return;
            }
        }
        store(file);
    }

    /**
     * The archive pulls what the engine pushes, and would take the end of a pipe that broke for the end of the object; so the
     * object is complete, in a file, before it is stored.
     */
    private void store(Path file) throws IOException {
        try (StoreSession session = service.newStoreSession(null, target, target.getAETitle(), source);
                InputStream in = Files.newInputStream(file)) {
            StoreContext context = service.newStoreContext(session);
            service.store(context, in);
            if (context.getException() != null) throw new RejectedException(rejection(context.getException()));
        } catch (RejectedException e) {
            throw e;
        } catch (IOException e) {
            throw new RejectedException(rejection(e));
        }
    }

    /** The archive's messages may name the patients of a conflict, so only their kind is told; the server's log has them. */
    private String rejection(Exception e) {
        String status = e instanceof DicomServiceException answer
                ? String.format("status %04XH", answer.getStatus())
                : e.getClass().getSimpleName();
        return "AE " + target.getAETitle() + " of this archive did not store it (" + status + "); see the server's log";
    }
}
