// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PrivateKey;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.engine.ChangeLog;
import org.dicomanonymizer.engine.Restorer;

/**
 * Restores what was encrypted when an object was de-identified (PS3.15 E.1.3): by this engine, or by another that follows the
 * standard. Immutable and thread-safe.
 *
 * <pre>{@code
 * PrivateKey key = PrivateKeyFile.read(Path.of("doctor.key"), password, null);
 * new Reidentifier(key).reidentify(Path.of("deidentified.dcm"), Path.of("restored.dcm"));
 * }</pre>
 */
public final class Reidentifier {
    private final Restorer restorer;

    /** @param key the private key to a certificate that originals were encrypted for, RSA or EC */
    public Reidentifier(PrivateKey key) {
        restorer = new Restorer(key);
    }

    /**
     * Restores the originals of a file into another, which appears under its name only when it is complete.
     *
     * @param options {@link StandardCopyOption#REPLACE_EXISTING} to replace an output that exists
     * @return which attributes were restored
     * @throws java.nio.file.FileAlreadyExistsException if the output exists and is not to be replaced
     * @throws IOException if the input can't be read or the output can't be written
     * @throws org.dicomanonymizer.encryption.ReidentificationException if nothing can be restored; nothing is written
     * @throws UnsupportedOperationException if another option is given
     */
    public ChangeLog reidentify(Path input, Path output, CopyOption... options) throws IOException {
        boolean replace = false;
        for (CopyOption option : options) {
            if (option != StandardCopyOption.REPLACE_EXISTING)
                throw new UnsupportedOperationException(option + " is not supported");
            replace = true;
        }
        if (replace && Files.exists(output) && Files.isSameFile(input, output))
            throw new FileSystemException(output.toString(), null, "is the input itself, which is never changed");
        try (DicomObject object = DicomReader.read(input)) {
            ChangeLog log = restorer.restoreObject(object);
            DicomWriter.write(object, output, replace);
            return log;
        }
    }

    /**
     * Restores the originals of a stream. Nothing is written before all is restored. Neither stream is closed.
     *
     * @throws IOException if the input can't be read or the output can't be written
     * @throws org.dicomanonymizer.encryption.ReidentificationException if nothing can be restored; nothing is written
     */
    public ChangeLog reidentify(InputStream input, OutputStream output) throws IOException {
        try (DicomObject object = DicomReader.read(input)) {
            ChangeLog log = restorer.restoreObject(object);
            DicomWriter.write(object, output);
            return log;
        }
    }

    /** Reads and decrypts a file without writing anything: what {@link #reidentify(Path, Path, CopyOption...)} would do. */
    public ChangeLog dryRun(Path input) throws IOException {
        try (DicomObject object = DicomReader.read(input)) {
            return restorer.restoreObject(object);
        }
    }

    /**
     * Restores the originals of a data set in place.
     *
     * @throws org.dicomanonymizer.encryption.ReidentificationException if nothing can be restored; nothing is changed
     */
    public ChangeLog reidentify(DataSet dataSet) {
        return restorer.restore(dataSet);
    }
}
