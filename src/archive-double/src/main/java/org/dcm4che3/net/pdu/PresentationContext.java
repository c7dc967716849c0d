// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net.pdu;

/** A SOP class in a transfer syntax. */
public class PresentationContext {
    private final int id;
    private final String abstractSyntax;
    private final String[] transferSyntaxes;

    public PresentationContext(int id, String abstractSyntax, String... transferSyntaxes) {
        this.id = id;
        this.abstractSyntax = abstractSyntax;
        this.transferSyntaxes = transferSyntaxes;
    }

    public final int getPCID() {
        return id;
    }

    public boolean isAccepted() {
        return true;
    }

    public final String getAbstractSyntax() {
        return abstractSyntax;
    }

    public final String[] getTransferSyntaxes() {
        return transferSyntaxes;
    }

    public String getTransferSyntax() {
        return transferSyntaxes[0];
    }
}
