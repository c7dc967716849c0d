// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.storage;

import org.dcm4che3.data.Attributes;

public interface WriteContext extends ReadContext {

    Attributes getAttributes();

    void setAttributes(Attributes attributes);

    long getContentLength();

    void setContentLength(long contentLength);

    boolean isDeletionLock();

    void setDeletionLock(boolean deletionLock);
}
