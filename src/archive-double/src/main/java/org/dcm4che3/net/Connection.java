// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.Serializable;

/** Where something listens. */
public class Connection implements Serializable {
    private final String commonName;
    private final String hostname;
    private final int port;

    public Connection() {
        this(null, null, 0);
    }

    public Connection(String commonName, String hostname) {
        this(commonName, hostname, 0);
    }

    public Connection(String commonName, String hostname, int port) {
        this.commonName = commonName;
        this.hostname = hostname;
        this.port = port;
    }

    public final String getHostname() {
        return hostname;
    }

    public final String getCommonName() {
        return commonName;
    }

    public final int getPort() {
        return port;
    }

    public final boolean isTls() {
        return false;
    }

    public boolean isInstalled() {
        return true;
    }
}
