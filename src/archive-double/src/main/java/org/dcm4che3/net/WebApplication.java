// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.util.HashMap;
import java.util.Map;

/** A STOW-RS service at a URL. */
public class WebApplication {
    private final String name;
    private final Map<String, String> properties = new HashMap<>();

    public WebApplication() {
        this(null);
    }

    public WebApplication(String name) {
        this.name = name;
    }

    public Device getDevice() {
        return null;
    }

    public String getApplicationName() {
        return name;
    }

    public String getServicePath() {
        return null;
    }

    public String getAETitle() {
        return null;
    }

    public String getKeycloakClientID() {
        return null;
    }

    public boolean isInstalled() {
        return true;
    }

    public StringBuilder getServiceURL() {
        throw new UnsupportedOperationException();
    }

    public Connection firstInstalledConnection() {
        return null;
    }

    public StringBuilder getServiceURL(Connection connection) {
        return getServiceURL();
    }

    public ServiceClass[] getServiceClasses() {
        return new ServiceClass[] {ServiceClass.STOW_RS};
    }

    public boolean containsServiceClass(ServiceClass serviceClass) {
        return serviceClass == ServiceClass.STOW_RS;
    }

    public String getProperty(String name, String defaultValue) {
        return properties.getOrDefault(name, defaultValue);
    }

    public Map<String, String> getProperties() {
        return properties;
    }

    public enum ServiceClass {
        WADO_RS,
        STOW_RS,
        DCM4CHEE_ARC,
        DCM4CHEE_ARC_AET;
    }
}
