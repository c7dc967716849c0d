// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.keycloak;

import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import org.dcm4che3.net.WebApplication;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;

/** Gives the real client, and the token that a test has put in; without one it fails as with a token server that is down. */
public class AccessTokenRequestor {
    private final String token;
    private final long readTimeout;

    public AccessTokenRequestor(String token, long readTimeout) {
        this.token = token;
        this.readTimeout = readTimeout;
    }

    public AccessTokenWithExpiration getAccessToken2(WebApplication webApplication) throws Exception {
        if (token == null) throw new IllegalStateException("no token server");
        return new AccessTokenWithExpiration(token);
    }

    public ResteasyClientBuilder resteasyClientBuilder(String url, WebApplication webApplication) throws Exception {
        return (ResteasyClientBuilder) ClientBuilder.newBuilder().readTimeout(readTimeout, TimeUnit.MILLISECONDS);
    }

    public static class AccessTokenWithExpiration {
        private final String token;

        AccessTokenWithExpiration(String token) {
            this.token = token;
        }

        public String getToken() {
            return token;
        }

        public long getExpiration() {
            return 60;
        }
    }
}
