// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net.pdu;

public class PresentationContext {

    public PresentationContext(int id, String abstractSyntax, String... transferSyntaxes) {}

    public final int getPCID() {
        throw new UnsupportedOperationException();
    }

    public boolean isAccepted() {
        throw new UnsupportedOperationException();
    }

    public final String getAbstractSyntax() {
        throw new UnsupportedOperationException();
    }

    public final String[] getTransferSyntaxes() {
        throw new UnsupportedOperationException();
    }

    public String getTransferSyntax() {
        throw new UnsupportedOperationException();
    }
}
