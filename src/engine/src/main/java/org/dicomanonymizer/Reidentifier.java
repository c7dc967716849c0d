// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Objects;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Implementation;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.encryption.Restoration;

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
    private final PrivateKey key;

    /** @param key the private key to a certificate that the originals were encrypted for, RSA or EC */
    public Reidentifier(PrivateKey key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Restores the originals of a file into another, which appears under its name only when it is complete.
     *
     * @throws IOException if the input can't be read or the output can't be written
     * @throws org.dicomanonymizer.encryption.ReidentificationException if nothing can be restored; nothing is written
     */
    public Restoration.Result reidentify(Path input, Path output) throws IOException {
        try (DicomObject object = DicomReader.read(input)) {
            Restoration.Result result = restore(object);
            DicomWriter.write(object, output);
            return result;
        }
    }

    /**
     * Restores the originals of a stream. Nothing is written before all is restored. Neither stream is closed.
     *
     * @throws IOException if the input can't be read or the output can't be written
     * @throws org.dicomanonymizer.encryption.ReidentificationException if nothing can be restored; nothing is written
     */
    public Restoration.Result reidentify(InputStream input, OutputStream output) throws IOException {
        try (DicomObject object = DicomReader.read(input)) {
            Restoration.Result result = restore(object);
            DicomWriter.write(object, output);
            return result;
        }
    }

    /**
     * Restores the originals of a data set in place.
     *
     * @throws org.dicomanonymizer.encryption.ReidentificationException if nothing can be restored; nothing is changed
     */
    public Restoration.Result reidentify(DataSet dataSet) {
        return Restoration.restore(dataSet, key);
    }

    /** The file meta information tells the instance that the object is now, and who wrote it (PS3.10 section 7.1). */
    private Restoration.Result restore(DicomObject object) {
        Restoration.Result result = Restoration.restore(object.dataSet(), key);
        DicomDataSet meta = object.fileMeta();
        meta.setStrings(
                Tags.MEDIA_STORAGE_SOP_CLASS_UID, VR.UI, object.dataSet().strings(Tags.SOP_CLASS_UID));
        meta.setStrings(
                Tags.MEDIA_STORAGE_SOP_INSTANCE_UID, VR.UI, object.dataSet().strings(Tags.SOP_INSTANCE_UID));
        meta.setString(Tags.TRANSFER_SYNTAX_UID, VR.UI, object.transferSyntax().uid());
        meta.setString(Tags.IMPLEMENTATION_CLASS_UID, VR.UI, Implementation.CLASS_UID);
        meta.setString(Tags.IMPLEMENTATION_VERSION_NAME, VR.SH, Implementation.VERSION_NAME);
        return result;
    }
}
