// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How a secured archive is told who asks: by a token that a client of its OpenID provider gets for itself, with its secret. */
final class Login {
    private final HttpClient client;
    private final Optional<String> provider = RealArchive.setting("archive.token.url");

    Login(HttpClient client) {
        this.client = client;
    }

    /** Adds to a request what the archive asks for. The token is a new one each time, since the checks may outlast any. */
    HttpRequest.Builder identify(HttpRequest.Builder request) throws IOException, InterruptedException {
        return provider.isEmpty() ? request : request.header("Authorization", "Bearer " + token(provider.get()));
    }

    private String token(String address) throws IOException, InterruptedException {
        String name = encoded(RealArchive.required("archive.token.client"));
        String secret = encoded(RealArchive.required("archive.token.secret"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200)
            throw new IOException("archive.token.url: status " + answer.statusCode() + ", no token for " + name);
        return new ObjectMapper()
                .readTree(answer.body())
                .required("access_token")
                .textValue();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
