// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Accepts each object that is sent to it by STOW-RS, and keeps it as a file. */
final class StowReceiver implements AutoCloseable {
    /** PS3.18 section 10.5.3: the object was stored. */
    private static final String STORED = "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081150\":{\"vr\":\"UI\"},"
            + "\"00081155\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}}]}}";

    private final Path folder;
    private final HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);

    StowReceiver(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            List<byte[]> objects = Multipart.objects(exchange.getRequestBody().readAllBytes());
            if (objects.size() != 1) {
                exchange.sendResponseHeaders(400, -1);
                return;
            }
            byte[] answer = STORED.formatted(keep(objects.get(0))).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    /** Keeps an object by its UID, which it returns. */
    private String keep(byte[] object) throws IOException {
        Path file = Files.write(folder.resolve("object"), object);
        try {
            String uid = Identity.of(file).object();
            Files.move(file, folder.resolve(uid), StandardCopyOption.REPLACE_EXISTING);
            return uid;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The objects so far, each once. */
    List<Path> received() throws IOException {
        return Dcmtk.files(folder);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
