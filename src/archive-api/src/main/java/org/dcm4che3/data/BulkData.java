// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;

public class BulkData implements Value, Serializable {

    public BulkData(String uuid, String uri, boolean bigEndian) {}

    public BulkData(String uri, long offset, long length, boolean bigEndian) {}

    public String getURI() {
        throw new UnsupportedOperationException();
    }

    public boolean bigEndian() {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public InputStream openStream() throws IOException {
        throw new UnsupportedOperationException();
    }

    public long longLength() {
        throw new UnsupportedOperationException();
    }
}
