// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import org.dcm4che3.net.pdu.AAssociateRQ;

public class ApplicationEntity implements Serializable {

    public ApplicationEntity() {}

    public ApplicationEntity(String aeTitle) {}

    public final Device getDevice() {
        throw new UnsupportedOperationException();
    }

    public final String getAETitle() {
        throw new UnsupportedOperationException();
    }

    public final String getDescription() {
        throw new UnsupportedOperationException();
    }

    public String[] getPreferredTransferSyntaxes() {
        throw new UnsupportedOperationException();
    }

    public boolean isMasqueradeCallingAETitle(String calledAETitle) {
        throw new UnsupportedOperationException();
    }

    public boolean isInstalled() {
        throw new UnsupportedOperationException();
    }

    public final Boolean getInstalled() {
        throw new UnsupportedOperationException();
    }

    public void addConnection(Connection connection) {
        throw new UnsupportedOperationException();
    }

    public List<Connection> getConnections() {
        throw new UnsupportedOperationException();
    }

    public Association connect(ApplicationEntity remote, AAssociateRQ request)
            throws IOException, InterruptedException, IncompatibleConnectionException, GeneralSecurityException {
        throw new UnsupportedOperationException();
    }

    public void addAEExtension(AEExtension extension) {
        throw new UnsupportedOperationException();
    }

    public boolean removeAEExtension(AEExtension extension) {
        throw new UnsupportedOperationException();
    }

    public Collection<AEExtension> listAEExtensions() {
        throw new UnsupportedOperationException();
    }

    public <T extends AEExtension> T getAEExtension(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public <T extends AEExtension> T getAEExtensionNotNull(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public boolean hasTransferCapabilityFor(String sopClass, TransferCapability.Role role) {
        throw new UnsupportedOperationException();
    }
}
