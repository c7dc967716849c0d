// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

public abstract class PDVOutputStream extends OutputStream {

    public PDVOutputStream() {}

    public abstract void copyFrom(InputStream in, int length) throws IOException;

    public abstract void copyFrom(InputStream in) throws IOException;
}
