// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net.pdu;

import java.util.List;

public abstract class AAssociateRQAC {

    public AAssociateRQAC() {}

    public final String getCalledAET() {
        throw new UnsupportedOperationException();
    }

    public final void setCalledAET(String calledAET) {
        throw new UnsupportedOperationException();
    }

    public final String getCallingAET() {
        throw new UnsupportedOperationException();
    }

    public final void setCallingAET(String callingAET) {
        throw new UnsupportedOperationException();
    }

    public List<PresentationContext> getPresentationContexts() {
        throw new UnsupportedOperationException();
    }

    public int getNumberOfPresentationContexts() {
        throw new UnsupportedOperationException();
    }

    public void addPresentationContext(PresentationContext context) {
        throw new UnsupportedOperationException();
    }
}
