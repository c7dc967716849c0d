// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.WebApplication.ServiceClass;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.keycloak.KeycloakContext;

/**
 * What whoever sends a request may do, by the archive's own measures. The web application has already authenticated them; in an
 * unsecured archive everybody may do what the archive's other services let everybody do.
 */
final class Access {
    /** The system property that names the archive's privileged role. */
    private static final String SUPER_USER_ROLE = "super-user-role";

    private final HttpServletRequest request;
    private final KeycloakContext user;

    Access(HttpServletRequest request) {
        this.request = request;
        this.user = KeycloakContext.valueOf(request);
    }

    String userName() {
        return user.getUserName();
    }

    /** Whether the user is known to have the archive's privileged role; in an unsecured archive nobody is. */
    boolean isPrivileged() {
        String role = System.getProperty(SUPER_USER_ROLE);
        return user.isSecured() && role != null && user.isUserInRole(role);
    }

    /** Whether the user has the archive's privileged role or one of these; in an unsecured archive everybody counts as such. */
    boolean hasOneOf(Collection<String> roles) {
        return !user.isSecured() || isPrivileged() || roles.stream().anyMatch(user::isUserInRole);
    }

    /** @throws RefusedRequestException if the archive is secured and the user does not have its privileged role */
    void requireAdministrator() {
        if (user.isSecured() && !isPrivileged())
            throw new RefusedRequestException(
                    Status.FORBIDDEN,
                    "this is for users with the role that the system property " + SUPER_USER_ROLE
                            + " of the archive names");
    }

    /**
     * Checks that an AE is the archive's own, and that the user may act by it.
     *
     * @throws RefusedRequestException if it is not, or the user may not
     */
    void requireAE(Device device, String aeTitle) {
        ApplicationEntity entity = device.getApplicationEntity(aeTitle, true);
        ArchiveAEExtension extension =
                entity == null || !entity.isInstalled() ? null : entity.getAEExtension(ArchiveAEExtension.class);
        if (extension == null)
            throw new RefusedRequestException(Status.NOT_FOUND, "No such Application Entity: " + aeTitle);
        if (user.isSecured() && !isPrivileged() && !extension.isAcceptedUserRole(user.getRoles()))
            throw new RefusedRequestException(
                    Status.FORBIDDEN, "Application Entity " + aeTitle + " does not list a role of the user");
    }

    /**
     * Checks that the archive offers its services for an AE at the address of the request, and to its user.
     *
     * @throws RefusedRequestException if it does not
     */
    void requireServices(Device device, String aeTitle) {
        requireAE(device, aeTitle);
        boolean isAlias =
                !aeTitle.equals(device.getApplicationEntity(aeTitle, true).getAETitle());
        if (!isAlias && !isOffered(device))
            throw new RefusedRequestException(
                    Status.NOT_FOUND,
                    "No Web Application with " + ServiceClass.DCM4CHEE_ARC_AET
                            + " service class found for Application Entity: " + aeTitle);
    }

    private boolean isOffered(Device device) {
        return device.getWebApplications().stream()
                .filter(application -> application.containsServiceClass(ServiceClass.DCM4CHEE_ARC_AET))
                .anyMatch(application -> request.getRequestURI().startsWith(application.getServicePath() + "/"));
    }
}
