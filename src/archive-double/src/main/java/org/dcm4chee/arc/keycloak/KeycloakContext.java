// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/** Tells the roles that a test has put into the header Roles; without one the archive is the unsecured one. */
public class KeycloakContext {
    private final HttpServletRequest request;
    private final String roles;

    private KeycloakContext(HttpServletRequest request) {
        this.request = request;
        this.roles = request.getHeader("Roles");
    }

    public static KeycloakContext valueOf(HttpServletRequest request) {
        return new KeycloakContext(request);
    }

    public String getUserName() {
        return isSecured() ? "jane" : request.getRemoteAddr();
    }

    public boolean isSecured() {
        return roles != null;
    }

    public boolean isUserInRole(String role) {
        return Arrays.asList(getRoles()).contains(role);
    }

    public String[] getRoles() {
        return isSecured() ? roles.split(",") : new String[0];
    }
}
