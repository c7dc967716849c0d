// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dicomanonymizer.dicom.PendingFile;

/**
 * A ZIP file for the export, named by the UIDs of the first object. It appears when it is complete: if an object can't be
 * written to its end the file can't be mended, and there is none.
 */
public final class ZipDestination implements Destination {
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final PathPattern paths;
    private final int[] naming;
    private PendingFile file;
    private ZipOutputStream zip;
    private boolean broken;

    /**
     * A destination that makes a ZIP file.
     *
     * @param folder where it is made
     * @param paths  the names in it
     * @param naming the attributes, such as Study Instance UID, whose values name the file
     */
    public ZipDestination(Path folder, PathPattern paths, int... naming) {
        this.folder = folder;
        this.paths = paths;
        this.naming = naming.clone();
    }

    /** Objects are written one after the other. */
    @Override
    public int maxSessions() {
        return 1;
    }

    @Override
    public Session open() {
        return new Session() {
            @Override
            public void send(DeidentifiedObject object) throws IOException {
                add(object);
            }

            @Override
            public void abort() {
                // The file is not committed, and so deleted.
            }

            @Override
            public void close() {
                // The file is closed with the destination.
            }
        };
    }

    @Override
    public boolean isAllOrNothing() {
        return true;
    }

    private synchronized void add(DeidentifiedObject object) throws IOException {
        if (broken) throw new IOException("the ZIP file could not be written, see the first failure");
        broken = true;
        if (zip == null) begin(object);
        zip.putNextEntry(new ZipEntry(paths.of(object).toString().replace('\\', '/')));
        object.write(zip);
        zip.closeEntry();
        broken = false;
    }

    private void begin(DeidentifiedObject first) throws IOException {
        StringBuilder name = new StringBuilder();
        for (int tag : naming) name.append(name.length() == 0 ? "" : "_").append(PathPattern.safe(first.string(tag)));
        Files.createDirectories(folder);
        file = PendingFile.create(folder.resolve(name + ".zip"), true);
        zip = new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file.channel()), BUFFER));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    @Override
    public synchronized void commit() throws IOException {
        if (broken) throw new IOException("the ZIP file could not be written, see the first failure");
        if (zip == null) return;
        zip.finish();
        zip.flush();
        file.commit();
    }

    @Override
    public synchronized void close() throws IOException {
        if (file == null) return;
        try (PendingFile unlessCommitted = file) {
            if (zip != null) zip.close();
        } catch (IOException e) {
            // What can't be finished is deleted anyway.
            broken = true;
        }
    }
}
