// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import java.io.Serializable;
import java.security.GeneralSecurityException;
import java.util.Collection;

public class Device implements Serializable {

    public Device() {}

    public Device(String name) {}

    public final String getDeviceName() {
        throw new UnsupportedOperationException();
    }

    public final boolean isInstalled() {
        throw new UnsupportedOperationException();
    }

    public void addConnection(Connection connection) {
        throw new UnsupportedOperationException();
    }

    public void addApplicationEntity(ApplicationEntity ae) {
        throw new UnsupportedOperationException();
    }

    public ApplicationEntity removeApplicationEntity(ApplicationEntity aeTitle) {
        throw new UnsupportedOperationException();
    }

    public ApplicationEntity removeApplicationEntity(String aeTitle) {
        throw new UnsupportedOperationException();
    }

    public void addWebApplication(WebApplication webApplication) {
        throw new UnsupportedOperationException();
    }

    public Collection<WebApplication> getWebApplications() {
        throw new UnsupportedOperationException();
    }

    public WebApplication getWebApplication(String name) {
        throw new UnsupportedOperationException();
    }

    public void addDeviceExtension(DeviceExtension extension) {
        throw new UnsupportedOperationException();
    }

    public boolean removeDeviceExtension(DeviceExtension extension) {
        throw new UnsupportedOperationException();
    }

    public ApplicationEntity getApplicationEntity(String aeTitle) {
        throw new UnsupportedOperationException();
    }

    public ApplicationEntity getApplicationEntity(String aeTitle, boolean matchOtherAETs) {
        throw new UnsupportedOperationException();
    }

    public Collection<String> getApplicationAETitles() {
        throw new UnsupportedOperationException();
    }

    public Collection<ApplicationEntity> getApplicationEntities() {
        throw new UnsupportedOperationException();
    }

    public void execute(Runnable command) {
        throw new UnsupportedOperationException();
    }

    public void reconfigure(Device from) throws IOException, GeneralSecurityException {
        throw new UnsupportedOperationException();
    }

    public Collection<DeviceExtension> listDeviceExtensions() {
        throw new UnsupportedOperationException();
    }

    public <T extends DeviceExtension> T getDeviceExtension(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    public <T extends DeviceExtension> T getDeviceExtensionNotNull(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
