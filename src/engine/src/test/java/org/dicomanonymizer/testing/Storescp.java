// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** dcmtk's receiver, on a free port of this machine. */
public final class Storescp implements AutoCloseable {
    /** Its title; it answers to every other one as well. */
    public static final String AE = "STORESCP";

    private final Path folder;
    private final int port;
    private final Process process;

    /** Starts it; it writes what it receives to a folder. */
    public Storescp(Path folder, String... options) throws IOException {
        this.folder = Files.createDirectories(folder);
        port = FreePort.find();
        List<String> command = new ArrayList<>(List.of("storescp", "-aet", AE, "-od", folder.toString()));
        command.addAll(List.of(options));
        command.add(Integer.toString(port));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        awaitPort();
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

    public int port() {
        return port;
    }

    /** What it has received. */
    public List<Path> received() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
