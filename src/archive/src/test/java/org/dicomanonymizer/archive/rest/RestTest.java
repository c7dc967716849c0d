// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Calls the services as clients do. */
abstract class RestTest {
    @TempDir
    Path folder;

    RestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new RestServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static JsonStructure json(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.read();
        }
    }

    static JsonObject object(HttpResponse<String> response) {
        return json(response).asJsonObject();
    }

    /** That a request is answered by an error in the archive's form, and with what message. */
    static void assertError(HttpResponse<String> response, int status, String message) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(object(response).getString("errorMessage")).contains(message);
        assertThat(response.body()).doesNotContain("Exception", "\tat ");
    }
}
