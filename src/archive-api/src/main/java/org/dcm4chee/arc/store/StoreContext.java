// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.store;

import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.entity.Instance;

public interface StoreContext {

    StoreSession getStoreSession();

    String getSopInstanceUID();

    void setReceiveTransferSyntax(String receiveTransferSyntax);

    Attributes getAttributes();

    String getStudyInstanceUID();

    Exception getException();

    Instance getStoredInstance();
}
