// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.keycloak;

import jakarta.servlet.http.HttpServletRequest;

public class KeycloakContext {

    public static KeycloakContext valueOf(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    public String getUserName() {
        throw new UnsupportedOperationException();
    }

    public boolean isSecured() {
        throw new UnsupportedOperationException();
    }

    public boolean isUserInRole(String role) {
        throw new UnsupportedOperationException();
    }

    public String[] getRoles() {
        throw new UnsupportedOperationException();
    }

    private KeycloakContext() {}
}
