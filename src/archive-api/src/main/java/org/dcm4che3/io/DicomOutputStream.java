// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.dcm4che3.data.Attributes;

public class DicomOutputStream extends FilterOutputStream {

    public DicomOutputStream(OutputStream out, String transferSyntaxUID) throws IOException {
        super(null);
    }

    public void writeDataset(Attributes fileMetaInformation, Attributes dataSet) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void finish() throws IOException {
        throw new UnsupportedOperationException();
    }
}
