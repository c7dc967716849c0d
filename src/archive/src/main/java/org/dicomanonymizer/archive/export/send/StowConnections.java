// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;

/**
 * Connections to a web application with the TLS settings and timeouts of the archive's web client. That client itself is not used,
 * since it writes every request to a temporary file before it sends it, and takes none of more than 50 MB.
 *
 * @param url            where objects are posted to
 * @param sockets        always the same, since a connection is only used again with those it was made by; null for those of the
 *     virtual machine
 * @param verifier       null for that of the virtual machine
 * @param connectTimeout in milliseconds; 0 for none
 * @param readTimeout    in milliseconds; 0 for none
 */
record StowConnections(
        URL url, SSLSocketFactory sockets, HostnameVerifier verifier, int connectTimeout, int readTimeout) {

    /** With the settings of a client. */
    static StowConnections of(String url, ResteasyClientBuilder settings) throws IOException {
        try (ResteasyClient client = settings.build()) {
            SSLContext tls = client.getSslContext();
            return new StowConnections(
                    URI.create(url).toURL(),
                    tls == null ? null : tls.getSocketFactory(),
                    client.getHostnameVerifier(),
                    milliseconds(settings.getConnectionTimeout(TimeUnit.MILLISECONDS)),
                    milliseconds(settings.getReadTimeout(TimeUnit.MILLISECONDS)));
        }
    }

    /** The client has -1 for none as well. */
    private static int milliseconds(long timeout) {
        return (int) Math.max(0, Math.min(timeout, Integer.MAX_VALUE));
    }

    /** A request that is not yet connected, and goes by no proxy, as those of the client. */
    HttpURLConnection open() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(connectTimeout);
        connection.setReadTimeout(readTimeout);
        if (connection instanceof HttpsURLConnection https) {
            if (sockets != null) https.setSSLSocketFactory(sockets);
            if (verifier != null) https.setHostnameVerifier(verifier);
        }
        return connection;
    }
}
