// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A DICOM object: preamble, File Meta Information and data set (PS3.10 section 7). Big values stay in the file or stream
 * it was read from, so it must be open until it is written or no longer used.
 */
public final class DicomObject implements Closeable {
    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};
    private static final byte[] VERSION_1 = {0, 1};

    private final DicomDataSet dataSet;
    private final TransferSyntax transferSyntax;
    private final List<String> warnings;
    private final List<ByteSource> sources;
    private byte[] head;
    private DicomDataSet fileMeta;

    /**
     * @param head    the bytes before the File Meta Information: preamble and prefix, the prefix alone, or nothing
     * @param sources what to close in the end
     */
    DicomObject(
            byte[] head,
            DicomDataSet fileMeta,
            DicomDataSet dataSet,
            TransferSyntax transferSyntax,
            List<String> warnings,
            List<ByteSource> sources) {
        this.head = head;
        this.fileMeta = fileMeta;
        this.dataSet = dataSet;
        this.transferSyntax = transferSyntax;
        this.warnings = warnings;
        this.sources = sources;
    }

    /**
     * A new object with a preamble of zeros and a File Meta Information that has what can be told from the data set.
     *
     * @throws IllegalArgumentException if the data set is not encoded as the transfer syntax wants it, see
     *     {@link DicomDataSet#create(TransferSyntax)}
     */
    public static DicomObject of(DicomDataSet dataSet, TransferSyntax transferSyntax) {
        if (dataSet.encoding() != transferSyntax.encoding()) {
            throw new IllegalArgumentException("The data set is not encoded as transfer syntax " + transferSyntax);
        }
        DicomDataSet meta = DicomDataSet.create();
        meta.setBytes(0x00020001, VR.OB, VERSION_1);
        meta.setStrings(0x00020002, VR.UI, dataSet.strings(0x00080016));
        meta.setStrings(0x00020003, VR.UI, dataSet.strings(0x00080018));
        meta.setString(0x00020010, VR.UI, transferSyntax.uid());
        DicomObject object = new DicomObject(new byte[0], meta, dataSet, transferSyntax, List.of(), List.of());
        object.setPreamble(new byte[PREAMBLE]);
        return object;
    }

    byte[] head() {
        return head;
    }

    List<ByteSource> sources() {
        return sources;
    }

    /** The 128 bytes before the prefix "DICM" (a copy), or null if there are none. */
    public byte[] preamble() {
        return head.length < PREAMBLE ? null : Arrays.copyOf(head, PREAMBLE);
    }

    /**
     * Replaces what stands before the File Meta Information.
     *
     * @param preamble 128 bytes, which are followed by the prefix "DICM"; or null for neither
     */
    public void setPreamble(byte[] preamble) {
        if (preamble != null && preamble.length != PREAMBLE) {
            throw new IllegalArgumentException("A preamble has " + PREAMBLE + " bytes");
        }
        head = new byte[preamble == null ? 0 : PREAMBLE + PREFIX.length];
        if (preamble == null) return;
        System.arraycopy(preamble, 0, head, 0, PREAMBLE);
        System.arraycopy(PREFIX, 0, head, PREAMBLE, PREFIX.length);
    }

    /** The elements of group 0002; none if there are none. Changes are written, with the length computed anew. */
    public DicomDataSet fileMeta() {
        return fileMeta;
    }

    /** Replaces the File Meta Information; its group length is computed on writing. */
    public void setFileMeta(DicomDataSet meta) {
        fileMeta = meta;
    }

    /** The data set, to be changed in place. */
    public DicomDataSet dataSet() {
        return dataSet;
    }

    /** What the data set is really encoded in, which need not be what the File Meta Information says. */
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /** What was found and mended while reading, by tag, without any value. */
    public List<String> warnings() {
        return warnings;
    }

    /** Closes the file it was read from, or removes the copy of the stream. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (ByteSource source : sources) {
            try {
                source.close();
            } catch (IOException e) {
                if (failure == null) failure = e;
                else failure.addSuppressed(e);
            }
        }
        if (failure != null) throw failure;
    }
}
