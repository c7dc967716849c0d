// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.conf.StorageDescriptor;

public interface Storage extends Closeable {

    StorageDescriptor getStorageDescriptor();

    WriteContext createWriteContext(Attributes attributes);

    OutputStream openOutputStream(WriteContext context) throws IOException;

    void commitStorage(WriteContext context) throws IOException;

    void revokeStorage(WriteContext context) throws IOException;
}
