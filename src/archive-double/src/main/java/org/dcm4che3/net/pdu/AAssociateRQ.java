// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net.pdu;

import java.util.Arrays;

/** A request for an association, with one transfer syntax for each presentation context. */
public class AAssociateRQ extends AAssociateRQAC {
    public AAssociateRQ() {}

    public boolean containsPresentationContextFor(String sopClassUID) {
        return getPresentationContexts().stream()
                .anyMatch(context -> context.getAbstractSyntax().equals(sopClassUID));
    }

    public boolean containsPresentationContextFor(String sopClassUID, String transferSyntaxUID) {
        return getPresentationContexts().stream()
                .anyMatch(context -> context.getAbstractSyntax().equals(sopClassUID)
                        && Arrays.asList(context.getTransferSyntaxes()).contains(transferSyntaxUID));
    }

    public boolean addPresentationContextFor(String sopClassUID, String transferSyntaxUID) {
        if (containsPresentationContextFor(sopClassUID, transferSyntaxUID)) return false;
        addPresentationContext(
                new PresentationContext(getNumberOfPresentationContexts() * 2 + 1, sopClassUID, transferSyntaxUID));
        return true;
    }
}
