// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import java.util.Set;

public class Association {

    public Device getDevice() {
        throw new UnsupportedOperationException();
    }

    public final ApplicationEntity getApplicationEntity() {
        throw new UnsupportedOperationException();
    }

    public boolean isReadyForDataTransfer() {
        throw new UnsupportedOperationException();
    }

    public String getCallingAET() {
        throw new UnsupportedOperationException();
    }

    public String getCalledAET() {
        throw new UnsupportedOperationException();
    }

    public String getRemoteAET() {
        throw new UnsupportedOperationException();
    }

    public String getLocalAET() {
        throw new UnsupportedOperationException();
    }

    public int nextMessageID() {
        throw new UnsupportedOperationException();
    }

    public void release() throws IOException {
        throw new UnsupportedOperationException();
    }

    public void abort() {
        throw new UnsupportedOperationException();
    }

    public void waitForOutstandingRSP() throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    public Set<String> getTransferSyntaxesFor(String sopClassUID) {
        throw new UnsupportedOperationException();
    }

    public void cstore(
            String sopClassUID,
            String sopInstanceUID,
            int priority,
            DataWriter data,
            String transferSyntaxUID,
            DimseRSPHandler handler)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    public DimseRSP cstore(
            String sopClassUID, String sopInstanceUID, int priority, DataWriter data, String transferSyntaxUID)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }

    private Association() {}
}
