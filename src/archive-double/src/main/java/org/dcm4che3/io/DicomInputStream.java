// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.io;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.dcm4che3.data.Attributes;

/** Steps through the elements of a file of explicit VR little endian without sequences of undefined length, and skips values. */
public class DicomInputStream extends FilterInputStream {
    private static final int PREAMBLE_AND_PREFIX = 132;
    private static final int META_LENGTH_HEADER = 12;
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final Set<String> SHORT = Set.of(
            "AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT", "PN", "SH", "SL", "SS", "ST", "TM",
            "UI", "UL", "US");

    private final DataInputStream data;
    private int tag;
    private int length;

    public DicomInputStream(InputStream in) throws IOException {
        super(in);
        data = new DataInputStream(in);
        data.skipNBytes(PREAMBLE_AND_PREFIX);
        byte[] header = new byte[META_LENGTH_HEADER];
        data.readFully(header);
        data.skipNBytes(littleEndian(header, 8, 4));
    }

    public DicomInputStream(InputStream in, String transferSyntaxUID) throws IOException {
        this(in);
    }

    public DicomInputStream(File file) throws IOException {
        this(new FileInputStream(file));
    }

    private static int littleEndian(byte[] bytes, int offset, int count) {
        int value = 0;
        for (int i = count - 1; i >= 0; i--) value = value << 8 | bytes[offset + i] & 0xFF;
        return value;
    }

    public final String getTransferSyntax() {
        throw new UnsupportedOperationException();
    }

    public final void setIncludeBulkData(IncludeBulkData include) {}

    public final void setBulkDataDirectory(File directory) {}

    public final List<File> getBulkDataFiles() {
        return List.of();
    }

    public final byte[] getPreamble() {
        throw new UnsupportedOperationException();
    }

    public Attributes getFileMetaInformation() throws IOException {
        throw new UnsupportedOperationException();
    }

    public Attributes readDataset() throws IOException {
        throw new UnsupportedOperationException();
    }

    public Attributes readFileMetaInformation() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Gives no attributes. */
    public Attributes readDatasetUntilPixelData() throws IOException {
        try {
            for (readHeader(); tag != PIXEL_DATA; readHeader()) data.skipNBytes(length);
        } catch (EOFException end) {
            return new Attributes();
        }
        return new Attributes();
    }

    public final int tag() {
        return tag;
    }

    public final int length() {
        return length;
    }

    public long unsignedLength() {
        return Integer.toUnsignedLong(length);
    }

    public void skipFully(long n) throws IOException {
        data.skipNBytes(n);
    }

    public void readHeader() throws IOException {
        byte[] header = new byte[8];
        data.readFully(header);
        tag = littleEndian(header, 0, 2) << 16 | littleEndian(header, 2, 2);
        boolean item = (tag & 0xFFFF0000) == 0xFFFE0000;
        String vr = new String(header, 4, 2, StandardCharsets.US_ASCII);
        if (item) length = littleEndian(header, 4, 4);
        else if (SHORT.contains(vr)) length = littleEndian(header, 6, 2);
        else {
            byte[] longer = new byte[4];
            data.readFully(longer);
            length = littleEndian(longer, 0, 4);
        }
    }

    public boolean readItemHeader() throws IOException {
        readHeader();
        return tag == 0xFFFEE000;
    }

    public enum IncludeBulkData {
        NO,
        YES,
        URI;
    }
}
