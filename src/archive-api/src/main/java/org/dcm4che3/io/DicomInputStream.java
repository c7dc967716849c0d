// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.io;

import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dcm4che3.data.Attributes;

public class DicomInputStream extends FilterInputStream implements DicomInputHandler, BulkDataCreator {

    public DicomInputStream(InputStream in, String transferSyntaxUID) throws IOException {
        super(null);
    }

    public DicomInputStream(InputStream in) throws IOException {
        super(null);
    }

    public DicomInputStream(File file) throws IOException {
        super(null);
    }

    public final String getTransferSyntax() {
        throw new UnsupportedOperationException();
    }

    public final void setIncludeBulkData(IncludeBulkData include) {
        throw new UnsupportedOperationException();
    }

    public final void setBulkDataDirectory(File directory) {
        throw new UnsupportedOperationException();
    }

    public final List<File> getBulkDataFiles() {
        throw new UnsupportedOperationException();
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

    public Attributes readDatasetUntilPixelData() throws IOException {
        throw new UnsupportedOperationException();
    }

    public final int tag() {
        throw new UnsupportedOperationException();
    }

    public final int length() {
        throw new UnsupportedOperationException();
    }

    public long unsignedLength() {
        throw new UnsupportedOperationException();
    }

    public void skipFully(long n) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void readHeader() throws IOException {
        throw new UnsupportedOperationException();
    }

    public boolean readItemHeader() throws IOException {
        throw new UnsupportedOperationException();
    }

    public Attributes readFileMetaInformation() throws IOException {
        throw new UnsupportedOperationException();
    }

    public enum IncludeBulkData {
        NO,
        YES,
        URI;
    }
}
