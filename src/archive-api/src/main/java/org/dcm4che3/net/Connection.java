// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.Serializable;

public class Connection implements Serializable {

    public Connection() {}

    public Connection(String commonName, String hostname) {}

    public Connection(String commonName, String hostname, int port) {}

    public final String getHostname() {
        throw new UnsupportedOperationException();
    }

    public final String getCommonName() {
        throw new UnsupportedOperationException();
    }

    public final int getPort() {
        throw new UnsupportedOperationException();
    }

    public final boolean isTls() {
        throw new UnsupportedOperationException();
    }

    public boolean isInstalled() {
        throw new UnsupportedOperationException();
    }
}
