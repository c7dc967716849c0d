// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.net.URI;

public final class StorageDescriptor {

    public String getStorageID() {
        throw new UnsupportedOperationException();
    }

    public URI getStorageURI() {
        throw new UnsupportedOperationException();
    }

    private StorageDescriptor() {}
}
