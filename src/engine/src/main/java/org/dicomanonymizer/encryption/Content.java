// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.encryption.ReidentificationException.Reason;

/**
 * What is encrypted: the bytes of an Encrypted Attributes Data Set. AES-CBC does not tell whether what comes out is what went
 * in, so a checksum of the Modified Attributes Sequence goes with it, in the attributes that the standard has for such
 * (PS3.3 C.12.1.1.3), and behind it, since other readers look at the first element only. Others' content, which has none, is
 * accepted as far as it reads without a fault.
 */
final class Content {
    private static final int MAC_PARAMETERS = 0x4FFE0001;
    private static final int MAC_ID_NUMBER = 0x04000005;
    private static final int MAC_TRANSFER_SYNTAX = 0x04000010;
    private static final int MAC_ALGORITHM = 0x04000015;
    private static final int DATA_ELEMENTS_SIGNED = 0x04000020;
    private static final int MAC = 0x04000404;
    private static final String SHA_256 = "SHA256";

    private Content() {}

    /** The bytes of a data set, in explicit VR little endian, with a checksum. */
    static byte[] encode(DicomDataSet dataSet) {
        byte[] checksum = checksum(write(dataSet));
        DataSet parameters = dataSet.addItem(MAC_PARAMETERS);
        parameters.setString(MAC_ID_NUMBER, VR.US, "1");
        parameters.setString(MAC_TRANSFER_SYNTAX, VR.UI, TransferSyntax.EXPLICIT_LITTLE.uid());
        parameters.setString(MAC_ALGORITHM, VR.CS, SHA_256);
        parameters.setString(
                DATA_ELEMENTS_SIGNED, VR.AT, String.format("%08X", EncryptedAttributes.MODIFIED_ATTRIBUTES));
        parameters.setBytes(MAC, VR.OB, checksum);
        return write(dataSet);
    }

    /**
     * What was read.
     *
     * @param item    the attributes
     * @param checked whether a checksum has proved that they are what was encrypted
     */
    record Decoded(DataSet item, boolean checked) {}

    /**
     * Reads the bytes of a data set.
     *
     * @throws ReidentificationException if they are anything but one Modified Attributes Sequence with one item
     */
    static Decoded decode(byte[] bytes, TransferSyntax syntax) {
        try (DicomObject object = DicomReader.read(withHeader(bytes, syntax))) {
            DicomDataSet dataSet = object.dataSet();
            boolean complete = object.warnings().isEmpty()
                    && (syntax.isDeflated() || Arrays.equals(write(dataSet, syntax), bytes));
            if (!complete) throw damaged();
            boolean checked = hasChecksum(dataSet, syntax);
            List<DataSet> items = dataSet.items(EncryptedAttributes.MODIFIED_ATTRIBUTES);
            if (dataSet.tags().length != 1 || items.size() != 1 || !belongsInDataSet(items.get(0))) throw damaged();
            return new Decoded(items.get(0), checked);
        } catch (IOException | UncheckedIOException e) {
            throw damaged();
        }
    }

    /** Command, file meta and directory groups are not for data sets. */
    private static boolean belongsInDataSet(DataSet item) {
        int[] tags = item.tags();
        return tags.length > 0 && Tag.group(tags[0]) >= 0x0008;
    }

    /** Whether there is a checksum, which is taken out then; it has to be right. */
    private static boolean hasChecksum(DicomDataSet dataSet, TransferSyntax syntax) {
        if (!dataSet.contains(MAC_PARAMETERS)) return false;
        List<DataSet> parameters = dataSet.items(MAC_PARAMETERS);
        if (parameters.size() != 1 || !SHA_256.equals(parameters.get(0).string(MAC_ALGORITHM))) throw damaged();
        byte[] expected = parameters.get(0).bytes(MAC);
        dataSet.remove(MAC_PARAMETERS);
        if (!MessageDigest.isEqual(expected, checksum(write(dataSet, syntax)))) throw damaged();
        return true;
    }

    static ReidentificationException damaged() {
        return new ReidentificationException(
                Reason.DAMAGED,
                "the encrypted content is damaged, or was changed after its encryption; get another copy of the object");
    }

    private static byte[] checksum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }

    /** The data set alone, in explicit VR little endian. */
    static byte[] write(DicomDataSet dataSet) {
        return write(dataSet, TransferSyntax.EXPLICIT_LITTLE);
    }

    /** The data set alone, without anything before it. */
    private static byte[] write(DicomDataSet dataSet, TransferSyntax syntax) {
        DicomObject object = DicomObject.of(dataSet, syntax);
        object.setPreamble(null);
        object.setFileMeta(DicomDataSet.create());
        return write(object);
    }

    /** The bytes behind a file header that names the transfer syntax, so that the reader need not guess. */
    private static byte[] withHeader(byte[] bytes, TransferSyntax syntax) {
        DicomObject header = DicomObject.of(DicomDataSet.create(), TransferSyntax.EXPLICIT_LITTLE);
        header.fileMeta().setString(Tags.TRANSFER_SYNTAX_UID, VR.UI, syntax.uid());
        byte[] head = write(header);
        byte[] all = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, all, head.length, bytes.length);
        return all;
    }

    private static byte[] write(DicomObject object) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DicomWriter.write(object, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
