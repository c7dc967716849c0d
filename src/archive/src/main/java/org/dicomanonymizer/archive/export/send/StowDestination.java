// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.keycloak.AccessTokenRequestor;

/**
 * A web application that objects are sent to by STOW-RS (PS3.18 section 10.5), with the TLS settings, timeouts
 * and access tokens of the archive's client. The properties {@code bearer-token}, {@code basic-auth}, {@code chunked} and {@code concurrency}
 * of the web application mean what they mean to the archive's own exporter.
 */
public final class StowDestination implements Destination {
    private final WebApplication application;
    private final AccessTokenRequestor tokens;
    private final Map<String, String> properties;
    private StowConnections connections;

    public StowDestination(WebApplication application, AccessTokenRequestor tokens) {
        this.application = application;
        this.tokens = tokens;
        this.properties = application.getProperties();
    }

    @Override
    public int maxSessions() {
        String concurrency = properties.getOrDefault("concurrency", "1");
        return concurrency.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(concurrency)) : 1;
    }

    @Override
    public Session open() {
        return new StowSession(this);
    }

    String name() {
        return application.getApplicationName();
    }

    private String url() {
        return application.getServiceURL().append("/studies").toString();
    }

    /** Opened once for an export: reading the archive's TLS settings takes a while. */
    synchronized StowConnections connections() throws UnreachableException {
        if (connections == null) {
            try {
                connections = StowConnections.of(url(), tokens.resteasyClientBuilder(url(), application));
            } catch (Exception e) {
                throw new UnreachableException("web application " + name() + " gives no client: "
                        + e.getClass().getSimpleName() + "; check its connection and the archive's TLS settings");
            }
        }
        return connections;
    }

    /** Whether requests are sent without telling their length before. */
    boolean isChunked() {
        return Boolean.parseBoolean(properties.get("chunked"));
    }

    /**
     * The header that authorizes a request, or null if none is configured.
     *
     * @throws UnreachableException if it can't be had: nothing is sent without it
     */
    String authorization() throws UnreachableException {
        if (application.getKeycloakClientID() != null) return "Bearer " + accessToken();
        String bearer = properties.get("bearer-token");
        if (bearer != null) return "Bearer " + bearer;
        String basic = properties.get("basic-auth");
        return basic == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8));
    }

    private String accessToken() throws UnreachableException {
        try {
            String token = tokens.getAccessToken2(application).getToken();
            if (token != null) return token;
        } catch (Exception e) {
            throw noToken(" (" + e.getClass().getSimpleName() + ")");
        }
        throw noToken("");
    }

    private UnreachableException noToken(String cause) {
        return new UnreachableException("Keycloak client " + application.getKeycloakClientID() + " of web application "
                + name() + " gives no access token" + cause + ", and nothing is sent without");
    }
}
