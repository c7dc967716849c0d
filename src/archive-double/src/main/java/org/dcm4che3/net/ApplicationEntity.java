// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dcm4che3.net.pdu.AAssociateRQ;

/** Holds extensions and connections, and opens associations to others. */
public class ApplicationEntity implements Serializable {
    private final String aeTitle;
    private final Map<Class<?>, AEExtension> extensions = new ConcurrentHashMap<>();
    private final transient List<Connection> connections = new ArrayList<>();
    Device device;

    public ApplicationEntity() {
        this(null);
    }

    public ApplicationEntity(String aeTitle) {
        this.aeTitle = aeTitle;
    }

    public final Device getDevice() {
        return device;
    }

    public final String getAETitle() {
        return aeTitle;
    }

    public final String getDescription() {
        return null;
    }

    public String[] getPreferredTransferSyntaxes() {
        return new String[0];
    }

    public boolean isMasqueradeCallingAETitle(String calledAETitle) {
        return false;
    }

    public boolean isInstalled() {
        return true;
    }

    public final Boolean getInstalled() {
        return null;
    }

    public void addConnection(Connection connection) {
        connections.add(connection);
    }

    public List<Connection> getConnections() {
        return connections;
    }

    public Association connect(ApplicationEntity remote, AAssociateRQ request)
            throws IOException, InterruptedException, IncompatibleConnectionException, GeneralSecurityException {
        if (remote.connections.isEmpty()) throw new IncompatibleConnectionException();
        return new Association(this, remote.connections.get(0), request);
    }

    public void addAEExtension(AEExtension extension) {
        extensions.put(extension.getClass(), extension);
        extension.ae = this;
    }

    public boolean removeAEExtension(AEExtension extension) {
        return extensions.remove(extension.getClass(), extension);
    }

    public Collection<AEExtension> listAEExtensions() {
        return List.copyOf(extensions.values());
    }

    public <T extends AEExtension> T getAEExtension(Class<T> type) {
        return extensions.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    public <T extends AEExtension> T getAEExtensionNotNull(Class<T> type) {
        T extension = getAEExtension(type);
        if (extension == null) throw new IllegalStateException("No " + type.getName() + " configured for " + aeTitle);
        return extension;
    }

    void reconfigure(ApplicationEntity from) {
        for (Map.Entry<Class<?>, AEExtension> extension : extensions.entrySet())
            extension.getValue().reconfigure(from.extensions.get(extension.getKey()));
    }

    /** None. */
    public boolean hasTransferCapabilityFor(String sopClass, TransferCapability.Role role) {
        return false;
    }
}
