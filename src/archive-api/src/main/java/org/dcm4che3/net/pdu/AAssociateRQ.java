// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net.pdu;

public class AAssociateRQ extends AAssociateRQAC {

    public AAssociateRQ() {}

    public boolean containsPresentationContextFor(String sopClassUID) {
        throw new UnsupportedOperationException();
    }

    public boolean containsPresentationContextFor(String sopClassUID, String transferSyntaxUID) {
        throw new UnsupportedOperationException();
    }

    public boolean addPresentationContextFor(String sopClassUID, String transferSyntaxUID) {
        throw new UnsupportedOperationException();
    }
}
