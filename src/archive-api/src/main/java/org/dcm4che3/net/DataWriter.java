// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;

public interface DataWriter {

    void writeTo(PDVOutputStream out, String transferSyntaxUID) throws IOException;
}
