// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import java.io.InputStream;

public class InputStreamDataWriter implements DataWriter {

    public InputStreamDataWriter(InputStream in) {}

    public void writeTo(PDVOutputStream out, String transferSyntaxUID) throws IOException {
        throw new UnsupportedOperationException();
    }
}
