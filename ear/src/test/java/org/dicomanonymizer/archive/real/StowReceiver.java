// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts whatever is sent to it by STOW-RS, and keeps it. */
final class StowReceiver implements AutoCloseable {
    /** PS3.18 section 10.5.3: each request is of one object, and was successful. */
    private static final byte[] STORED = "{\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081150\":{\"vr\":\"UI\"}}]}}"
            .getBytes(StandardCharsets.UTF_8);

    private final List<byte[]> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);

    StowReceiver() throws IOException {
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
        exchange.sendResponseHeaders(200, STORED.length);
        exchange.getResponseBody().write(STORED);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The bodies of requests so far that hold an object. */
    List<byte[]> objects() {
        return requests.stream()
                .filter(body -> new String(body, StandardCharsets.ISO_8859_1).contains("DICM"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
