// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import org.dcm4che3.data.Attributes;

public class DataWriterAdapter implements DataWriter {

    public DataWriterAdapter(Attributes attributes) {}

    public static DataWriterAdapter forAttributes(Attributes attributes) {
        throw new UnsupportedOperationException();
    }

    public void writeTo(PDVOutputStream out, String transferSyntaxUID) throws IOException {
        throw new UnsupportedOperationException();
    }

    public final Attributes getDataset() {
        throw new UnsupportedOperationException();
    }
}
