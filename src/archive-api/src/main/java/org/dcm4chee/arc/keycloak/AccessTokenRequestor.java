// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.keycloak;

import org.dcm4che3.net.WebApplication;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;

public class AccessTokenRequestor {

    public AccessTokenWithExpiration getAccessToken2(WebApplication webApplication) throws Exception {
        throw new UnsupportedOperationException();
    }

    public ResteasyClientBuilder resteasyClientBuilder(String url, WebApplication webApplication) throws Exception {
        throw new UnsupportedOperationException();
    }

    private AccessTokenRequestor() {}

    public static class AccessTokenWithExpiration {

        public String getToken() {
            throw new UnsupportedOperationException();
        }

        public long getExpiration() {
            throw new UnsupportedOperationException();
        }

        private AccessTokenWithExpiration() {}
    }
}
