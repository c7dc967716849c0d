// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** dcmtk's receiver, on a free port of this machine. */
final class Storescp implements AutoCloseable {
    private final Path folder;
    private final Process process;
    final int port;

    /** Starts it; it writes what it receives to a folder. */
    Storescp(Path folder, String title) throws IOException {
        this.folder = Files.createDirectories(folder);
        port = freePort();
        List<String> command =
                new ArrayList<>(List.of("storescp", "--accept-all", "-aet", title, "-od", folder.toString()));
        command.add(Integer.toString(port));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitPort();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitPort() throws IOException {
        while (process.isAlive()) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException e) {
                Thread.onSpinWait(); // it has not started to listen yet
            }
        }
        throw new IOException("storescp did not start");
    }

    /** What it has received. */
    List<Path> received() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
