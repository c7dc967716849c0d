// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

public class HttpServletRequestInfo {
    public final String requesterUserID = null;
    public final String requesterHost = null;
    public final String requestURI = null;
    public final String queryString = null;
    public final String localHost = null;
    public MediaType contentType;

    public static HttpServletRequestInfo valueOf(HttpServletRequest request) {
        throw new UnsupportedOperationException();
    }

    public static HttpServletRequestInfo valueOf(String requesterUserID, String requesterHost, String requestURI) {
        throw new UnsupportedOperationException();
    }

    public MediaType getContentType() {
        throw new UnsupportedOperationException();
    }

    public HttpServletRequestInfo setContentType(HttpHeaders contentType) {
        throw new UnsupportedOperationException();
    }

    private HttpServletRequestInfo() {}
}
