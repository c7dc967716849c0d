// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.net.URI;

/** A storage by ID and URI. */
public final class StorageDescriptor {
    private final String storageID;
    private URI storageURI;

    public StorageDescriptor(String storageID) {
        this.storageID = storageID;
    }

    public void setStorageURIStr(String uri) {
        storageURI = URI.create(uri);
    }

    public String getStorageID() {
        return storageID;
    }

    public URI getStorageURI() {
        return storageURI;
    }
}
