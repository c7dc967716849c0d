// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.keycloak;

import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.dcm4che3.net.WebApplication;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder.HostnameVerificationPolicy;

/** Gives the real client, and the token that a test has put in; without one it fails as with a token server that is down. */
public class AccessTokenRequestor {
    private final String token;
    private final long readTimeout;
    private final SSLContext tls;

    public AccessTokenRequestor(String token, long readTimeout, SSLContext tls) {
        this.token = token;
        this.readTimeout = readTimeout;
        this.tls = tls;
    }

    public AccessTokenWithExpiration getAccessToken2(WebApplication webApplication) throws Exception {
        if (token == null) throw new IllegalStateException("no token server");
        return new AccessTokenWithExpiration(token);
    }

    public ResteasyClientBuilder resteasyClientBuilder(String url, WebApplication webApplication) throws Exception {
        ResteasyClientBuilder builder =
                (ResteasyClientBuilder) ClientBuilder.newBuilder().readTimeout(readTimeout, TimeUnit.MILLISECONDS);
        if (!url.startsWith("https:")) return builder;
        boolean anyHost = isSet(webApplication, "allow-any-hostname");
        builder.sslContext(tls)
                .hostnameVerification(anyHost ? HostnameVerificationPolicy.ANY : HostnameVerificationPolicy.WILDCARD);
        return isSet(webApplication, "disable-trust-manager") ? builder.disableTrustManager() : builder;
    }

    private static boolean isSet(WebApplication application, String property) {
        return Boolean.parseBoolean(application.getProperties().get(property));
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
