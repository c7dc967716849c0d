// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.dicomanonymizer.dicom.PendingFile;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * A folder of the server for reports on exports, which only the server's user may read.
 *
 * @param path absolute
 */
record ReportFolder(Path path) {
    private static final String OWNER_ONLY = "rw-------";

    /**
     * Reads the setting of an exporter.
     *
     * @throws ConfigurationException if it is no absolute path
     */
    static ReportFolder parse(String text) {
        try {
            Path path = Path.of(text);
            if (path.isAbsolute()) return new ReportFolder(path.normalize());
        } catch (InvalidPathException e) {
            throw new ConfigurationException("it can't be a path: " + e.getReason());
        }
        throw new ConfigurationException("it has to be the absolute path of a folder");
    }

    /**
     * Makes the folder if need be.
     *
     * @throws ConfigurationException if no files can be made in it
     */
    void check() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw unusable("can't be made (" + e.getClass().getSimpleName() + ")");
        }
        if (!Files.isWritable(path)) throw unusable("can't be written");
    }

    private ConfigurationException unusable(String problem) {
        return new ConfigurationException("dcmProperty report: the folder " + path + " " + problem
                + "; name one that the server's user may write to");
    }

    /** Writes a report, which appears when it is complete, in place of one of the same name. */
    void write(String name, JsonObject report) throws IOException {
        try (PendingFile file = PendingFile.create(path.resolve(name), true)) {
            PosixFileAttributeView view = Files.getFileAttributeView(file.path(), PosixFileAttributeView.class);
            if (view != null) view.setPermissions(PosixFilePermissions.fromString(OWNER_ONLY));
            writeAll(file.channel(), ByteBuffer.wrap(report.toString().getBytes(StandardCharsets.UTF_8)));
            file.commit();
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }
}
