// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Holds extensions and application entities; a reload treats the extensions of both as the archive's does. */
public class Device implements Serializable {
    private final String name;
    private final Map<Class<?>, DeviceExtension> extensions = new ConcurrentHashMap<>();
    private final Map<String, ApplicationEntity> entities = new TreeMap<>();
    private final transient Collection<WebApplication> webApplications = new ArrayList<>();

    public Device() {
        this(null);
    }

    public Device(String name) {
        this.name = name;
    }

    public final String getDeviceName() {
        return name;
    }

    public final boolean isInstalled() {
        return true;
    }

    public void addConnection(Connection connection) {
        // entities know their connections, and nothing listens here
    }

    public void addApplicationEntity(ApplicationEntity ae) {
        entities.put(ae.getAETitle(), ae);
        ae.device = this;
    }

    public ApplicationEntity removeApplicationEntity(ApplicationEntity ae) {
        return removeApplicationEntity(ae.getAETitle());
    }

    public ApplicationEntity removeApplicationEntity(String aeTitle) {
        return entities.remove(aeTitle);
    }

    public void addWebApplication(WebApplication webApplication) {
        webApplications.add(webApplication);
    }

    public Collection<WebApplication> getWebApplications() {
        return webApplications;
    }

    public WebApplication getWebApplication(String webApplication) {
        return null;
    }

    public void addDeviceExtension(DeviceExtension extension) {
        if (extensions.putIfAbsent(extension.getClass(), extension) != null)
            throw new IllegalStateException("already contains " + extension.getClass());
        extension.device = this;
    }

    public boolean removeDeviceExtension(DeviceExtension extension) {
        if (!extensions.remove(extension.getClass(), extension)) return false;
        extension.device = null;
        return true;
    }

    public ApplicationEntity getApplicationEntity(String aeTitle) {
        return entities.get(aeTitle);
    }

    public ApplicationEntity getApplicationEntity(String aeTitle, boolean matchOtherAETs) {
        return entities.get(aeTitle);
    }

    public Collection<String> getApplicationAETitles() {
        return List.copyOf(entities.keySet());
    }

    public Collection<ApplicationEntity> getApplicationEntities() {
        return List.copyOf(entities.values());
    }

    public void execute(Runnable command) {
        new Thread(command, "device " + name).start();
    }

    /**
     * Extensions that the other device lacks go, those that it has are reconfigured, new ones are made by their class. Before that,
     * those of application entities are reconfigured that the other has as well.
     */
    public void reconfigure(Device from) throws IOException, GeneralSecurityException {
        for (ApplicationEntity other : from.entities.values()) {
            ApplicationEntity own = entities.get(other.getAETitle());
            if (own != null) own.reconfigure(other);
        }
        extensions.keySet().retainAll(from.extensions.keySet());
        for (Map.Entry<Class<?>, DeviceExtension> other : from.extensions.entrySet()) {
            DeviceExtension own = extensions.get(other.getKey());
            if (own == null) {
                own = newInstance(other.getKey());
                addDeviceExtension(own);
            }
            own.reconfigure(other.getValue());
        }
    }

    private static DeviceExtension newInstance(Class<?> type) {
        try {
            return (DeviceExtension) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a public constructor without arguments", e);
        }
    }

    public Collection<DeviceExtension> listDeviceExtensions() {
        return List.copyOf(extensions.values());
    }

    public <T extends DeviceExtension> T getDeviceExtension(Class<T> type) {
        return type.cast(extensions.get(type));
    }

    public <T extends DeviceExtension> T getDeviceExtensionNotNull(Class<T> type) {
        T extension = getDeviceExtension(type);
        if (extension == null) throw new IllegalStateException("No " + type.getName() + " configured for " + name);
        return extension;
    }
}
