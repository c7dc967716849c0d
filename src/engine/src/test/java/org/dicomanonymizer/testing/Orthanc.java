// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Orthanc with its DICOMweb plugin, on free ports of this machine; its services are for the user "site" with the password "secret". */
public final class Orthanc implements AutoCloseable {
    /** Its title; it answers to every other one as well. */
    public static final String AE = "ORTHANC";

    private static final String PLUGIN = "/usr/share/orthanc/plugins/libOrthancDicomWeb.so";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final int dicomPort;

    /** Starts it; it keeps its data in a folder, which is made. */
    public Orthanc(Path folder) throws Exception {
        Files.createDirectories(folder);
        port = FreePort.find();
        dicomPort = FreePort.find();
        Path configuration = folder.resolve("orthanc.json");
        Files.writeString(configuration, """
                {"StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "Plugins": ["%2$s"],
                 "HttpPort": %3$d, "HttpBindAddresses": ["127.0.0.1"], "DicomPort": %4$d, "DicomAet": "%5$s",
                 "AuthenticationEnabled": true, "RemoteAccessAllowed": false, "RegisteredUsers": {"site": "secret"}}
                """.formatted(folder, PLUGIN, port, dicomPort, AE));
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

    /** Where it takes objects by C-STORE. */
    public int dicomPort() {
        return dicomPort;
    }

    /** Where its DICOMweb services are. */
    public String url() {
        return "http://127.0.0.1:" + port + "/dicom-web";
    }

    /** What it answers to a GET. */
    public byte[] get(String path) throws IOException, InterruptedException {
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
