// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/** Who asked for what. */
public class HttpServletRequestInfo {
    public final String requesterUserID;
    public final String requesterHost;
    public final String requestURI;
    public final String queryString;
    public final String localHost = null;
    public MediaType contentType;

    private HttpServletRequestInfo(
            String requesterUserID, String requesterHost, String requestURI, String queryString) {
        this.requesterUserID = requesterUserID;
        this.requesterHost = requesterHost;
        this.requestURI = requestURI;
        this.queryString = queryString;
    }

    public static HttpServletRequestInfo valueOf(HttpServletRequest request) {
        return new HttpServletRequestInfo(
                KeycloakContext.valueOf(request).getUserName(),
                request.getRemoteHost(),
                request.getRequestURL().toString(),
                request.getQueryString());
    }

    public static HttpServletRequestInfo valueOf(String requesterUserID, String requesterHost, String requestURI) {
        return new HttpServletRequestInfo(requesterUserID, requesterHost, requestURI, null);
    }

    public MediaType getContentType() {
        return contentType;
    }

    public HttpServletRequestInfo setContentType(HttpHeaders contentType) {
        throw new UnsupportedOperationException();
    }
}
