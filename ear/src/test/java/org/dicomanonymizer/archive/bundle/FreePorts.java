// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Finds an offset for the server's ports, before the tests' container is configured from system properties. */
public final class FreePorts implements LauncherSessionListener {
    private static final int[] PORTS = {8009, 8080, 8443, 9990, 9993, 4712, 4713};
    private static final int MANAGEMENT = 9990;
    private static final int HTTP = 8080;

    /** Below those that the system gives to clients. */
    private static final int OFFSETS = 20_000;

    private static final String OFFSET = "port.offset";

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        RandomGenerator random = RandomGenerator.getDefault();
        int offset = random.nextInt(1, OFFSETS);
        while (!free(offset)) offset = random.nextInt(1, OFFSETS);
        System.setProperty(OFFSET, Integer.toString(offset));
        System.setProperty("port.management", Integer.toString(MANAGEMENT + offset));
    }

    static int management() {
        return MANAGEMENT + Integer.getInteger(OFFSET);
    }

    static int http() {
        return HTTP + Integer.getInteger(OFFSET);
    }

    private static boolean free(int offset) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int port : PORTS) {
                ServerSocket socket = new ServerSocket();
                sockets.add(socket);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port + offset));
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            for (ServerSocket socket : sockets) close(socket);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
