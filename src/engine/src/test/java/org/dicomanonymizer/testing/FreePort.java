// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.testing;

import java.io.IOException;
import java.net.ServerSocket;

/** Ports of this machine for servers that can't choose one themselves. */
public final class FreePort {
    private FreePort() {}

    /** One that nobody listens on now. */
    public static int find() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
