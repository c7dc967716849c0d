// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Orthanc with its DICOMweb plugin, on free ports of this machine, for the user "site" with the password "secret". */
final class Orthanc implements AutoCloseable {
    static final String PLUGIN = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    /** Starts it; it keeps its data in a folder, which is made. */
    Orthanc(Path folder) throws Exception {
        Files.createDirectories(folder);
        port = Storescp.freePort();
        Path configuration = folder.resolve("orthanc.json");
        Files.writeString(configuration, """
                {"StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "Plugins": ["%2$s"],
                 "HttpPort": %3$d, "HttpBindAddresses": ["127.0.0.1"], "DicomServerEnabled": false,
                 "AuthenticationEnabled": true, "RemoteAccessAllowed": false, "RegisteredUsers": {"site": "secret"}}
                """.formatted(folder, PLUGIN, port));
        process = new ProcessBuilder("Orthanc", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("orthanc.log").toFile())
                .start();
        while (process.isAlive() && !answers()) Thread.onSpinWait(); // it has not started to listen yet
        if (!process.isAlive())
            throw new IOException("Orthanc did not start: " + Files.readString(folder.resolve("orthanc.log")));
    }

    private boolean answers() throws InterruptedException {
        try {
            return get("/system").length > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Where its DICOMweb services are. */
    String url() {
        return "http://127.0.0.1:" + port + "/dicom-web";
    }

    /** What it answers to a GET. */
    byte[] get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic c2l0ZTpzZWNyZXQ=")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}
