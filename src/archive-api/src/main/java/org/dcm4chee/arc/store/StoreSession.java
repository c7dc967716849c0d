// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.store;

import java.io.Closeable;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4chee.arc.conf.AcceptConflictingPatientID;
import org.dcm4chee.arc.conf.ArchiveAEExtension;

public interface StoreSession extends Closeable {

    ApplicationEntity getLocalApplicationEntity();

    ArchiveAEExtension getArchiveAEExtension();

    String getCalledAET();

    String getCallingAET();

    String getObjectStorageID();

    StoreSession withObjectStorageID(String storageID);

    void setAcceptConflictingPatientID(AcceptConflictingPatientID acceptConflictingPatientID);
}
