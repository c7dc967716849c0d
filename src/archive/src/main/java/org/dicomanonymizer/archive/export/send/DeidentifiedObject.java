// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.ImagePixels;
import org.dicomanonymizer.dicom.Reencoding;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;

/**
 * An object that has been de-identified and only has to be written: all that can be found out about it has been. Its big
 * values are copied from where the original lies, so none of it is ever in memory as a whole.
 */
public final class DeidentifiedObject implements Closeable {
    private DicomObject object;
    private final String sopClassUid;
    private final String sopInstanceUid;

    /**
     * Takes over an object that has been treated.
     *
     * @throws RefusedException if it lacks what any destination needs
     */
    public DeidentifiedObject(DicomObject object) {
        this.object = object;
        sopClassUid = required(Tags.SOP_CLASS_UID, "SOP Class UID");
        sopInstanceUid = required(Tags.SOP_INSTANCE_UID, "SOP Instance UID");
        required(Tags.STUDY_INSTANCE_UID, "Study Instance UID");
    }

    private String required(int tag, String name) {
        String value = string(tag);
        if (value == null || value.isEmpty())
            throw new RefusedException(
                    "after de-identification it has no " + name + "; let the profile keep or replace it");
        return value;
    }

    String sopClassUid() {
        return sopClassUid;
    }

    String sopInstanceUid() {
        return sopInstanceUid;
    }

    String transferSyntaxUid() {
        return object.transferSyntax().uid();
    }

    /** The first value of an attribute, or null. */
    public String string(int tag) {
        return object.dataSet().string(tag);
    }

    /** Writes it as a file that appears under its name when it is complete, in place of one that was there. */
    void write(Path file) throws IOException {
        DicomWriter.write(object, file, true);
    }

    /** Writes it as a file (PS3.10). */
    void write(OutputStream out) throws IOException {
        DicomWriter.write(object, out);
    }

    /** The transfer syntax of a UID, if it can be written in it. */
    Optional<TransferSyntax> encodableIn(String transferSyntaxUid) {
        if (transferSyntaxUid.equals(transferSyntaxUid())) return Optional.of(object.transferSyntax());
        return Optional.ofNullable(TransferSyntax.of(transferSyntaxUid))
                .filter(syntax -> Reencoding.isPossible(object, syntax));
    }

    /** Writes its data set alone, in a transfer syntax that it {@linkplain #encodableIn can be written in}. */
    void writeDataSet(OutputStream out, TransferSyntax syntax) throws IOException {
        DicomObject encoded = syntax == object.transferSyntax() ? object : Reencoding.to(syntax, object);
        DicomWriter.writeDataSet(encoded, out);
    }

    /** Whether it might be had without compression of its pixel data. */
    boolean isCompressed() {
        return ImagePixels.areCompressed(object);
    }

    /**
     * Has its pixel data decompressed, so that it is an object in explicit VR little endian.
     *
     * @param stoppable what the pixels are written through
     * @throws RefusedException if the archive can't decompress them
     * @throws RejectedException if the server lacks room for them
     */
    void decompress(UnaryOperator<OutputStream> stoppable) throws RejectedException {
        object = Decompression.of(object, stoppable);
    }

    /** Closes what its big values are copied from. */
    @Override
    public void close() throws IOException {
        object.close();
    }

    /** Tells nothing of what it holds. */
    @Override
    public String toString() {
        return "de-identified object";
    }
}
