// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.util.Map;

public class WebApplication {

    public WebApplication() {}

    public WebApplication(String name) {}

    public Device getDevice() {
        throw new UnsupportedOperationException();
    }

    public String getApplicationName() {
        throw new UnsupportedOperationException();
    }

    public String getServicePath() {
        throw new UnsupportedOperationException();
    }

    public String getAETitle() {
        throw new UnsupportedOperationException();
    }

    public String getKeycloakClientID() {
        throw new UnsupportedOperationException();
    }

    public boolean isInstalled() {
        throw new UnsupportedOperationException();
    }

    public StringBuilder getServiceURL() {
        throw new UnsupportedOperationException();
    }

    public Connection firstInstalledConnection() {
        throw new UnsupportedOperationException();
    }

    public StringBuilder getServiceURL(Connection connection) {
        throw new UnsupportedOperationException();
    }

    public ServiceClass[] getServiceClasses() {
        throw new UnsupportedOperationException();
    }

    public boolean containsServiceClass(ServiceClass serviceClass) {
        throw new UnsupportedOperationException();
    }

    public String getProperty(String name, String defaultValue) {
        throw new UnsupportedOperationException();
    }

    public Map<String, String> getProperties() {
        throw new UnsupportedOperationException();
    }

    public enum ServiceClass {
        WADO_RS,
        STOW_RS,
        DCM4CHEE_ARC,
        DCM4CHEE_ARC_AET;
    }
}
