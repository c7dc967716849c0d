// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net.pdu;

import java.util.ArrayList;
import java.util.List;

/** AE titles and presentation contexts. */
public abstract class AAssociateRQAC {
    private final List<PresentationContext> contexts = new ArrayList<>();
    private String calledAET;
    private String callingAET;

    public AAssociateRQAC() {}

    public final String getCalledAET() {
        return calledAET;
    }

    public final void setCalledAET(String calledAET) {
        this.calledAET = calledAET;
    }

    public final String getCallingAET() {
        return callingAET;
    }

    public final void setCallingAET(String callingAET) {
        this.callingAET = callingAET;
    }

    public List<PresentationContext> getPresentationContexts() {
        return contexts;
    }

    public int getNumberOfPresentationContexts() {
        return contexts.size();
    }

    public void addPresentationContext(PresentationContext context) {
        contexts.add(context);
    }
}
