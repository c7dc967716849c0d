// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.storage;

import org.dcm4chee.arc.conf.StorageDescriptor;

public class StorageFactory {

    public StorageFactory() {}

    public Storage getStorage(StorageDescriptor descriptor) {
        throw new UnsupportedOperationException();
    }
}
