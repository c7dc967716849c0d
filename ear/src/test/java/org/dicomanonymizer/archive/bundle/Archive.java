// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The deployed archive, by its web applications. */
final class Archive {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Archive(int port) {
        base = "http://127.0.0.1:" + port;
    }

    String extensions() throws IOException, InterruptedException {
        return get("/dcm4chee-arc/archive/extensions").body();
    }

    HttpResponse<String> configure(String json) throws IOException, InterruptedException {
        return send(request("/dcm4chee-arc/archive/configuration").PUT(BodyPublishers.ofString(json)));
    }

    /** Has the archive take its configuration anew from a directory. */
    HttpResponse<String> reload(String directory) throws IOException, InterruptedException {
        return post("reload?directory=", directory);
    }

    /** The same for a directory that is to be changed, too. */
    HttpResponse<String> reload(String directory, String user, String password)
            throws IOException, InterruptedException {
        return post("reload?user=" + encoded(user) + "&password=" + encoded(password) + "&directory=", directory);
    }

    String exporter(String uri) throws IOException, InterruptedException {
        return get("/dcm4chee-arc/archive/exporter?uri=" + encoded(uri)).body();
    }

    /** An object after the coercion of a URI: a line of tag and value each. Status 500 if it was refused. */
    HttpResponse<String> coerce(String uri) throws IOException, InterruptedException {
        return post("coerce?uri=", uri);
    }

    HttpResponse<String> remap(String uri, String uid) throws IOException, InterruptedException {
        return post("remap?uid=" + uid + "&uri=", uri);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String request, String parameter) throws IOException, InterruptedException {
        return send(
                request("/dcm4chee-arc/archive/" + request + encoded(parameter)).POST(BodyPublishers.noBody()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
