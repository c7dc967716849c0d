// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;

/** The deployed archive as those see it who export: its settings, its studies and its tasks. */
final class ExportServer {
    /** The AE that studies are exported from. */
    private static final String STUDIES = "/aets/DCM4CHEE/rs/studies/";

    private static final int[] RECORD = {
        0x00080016, 0x00080018, 0x00080060, 0x00100010, 0x00100020, 0x0020000D, 0x0020000E, 0x00200011, 0x00200013
    };
    private static final Pattern TASK = Pattern.compile("\"taskID\": *\"?(\\d+)");
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final Path storage;

    ExportServer(int port, Path storage) {
        base = "http://127.0.0.1:" + port + "/dcm4chee-arc";
        this.storage = storage;
    }

    /** What became of a task: its status, and what it says of the outcome. */
    record Outcome(String status, String text) {}

    /** Puts files on the storage, and into the database as one study. */
    void store(String study, List<Path> files) throws Exception {
        for (Path file : files) {
            String name = study + "-" + file.getFileName();
            Files.copy(file, storage.resolve(name));
            try (DicomObject object = DicomReader.read(file)) {
                StringBuilder columns = new StringBuilder("00080005 CS ISO_IR 192");
                for (int tag : RECORD)
                    if (object.dataSet().contains(tag))
                        columns.append("\n%08X ".formatted(tag))
                                .append(object.dataSet().vr(tag).name())
                                .append(' ')
                                .append(object.dataSet().string(tag));
                put(
                        "/archive/studies/" + study + "/" + name + "?transferSyntax="
                                + object.transferSyntax().uid(),
                        columns.toString());
            }
        }
    }

    /** Configures an AE that listens on this machine. */
    void entity(String title, int port) throws IOException, InterruptedException {
        put("/archive/entities/" + title + "?port=" + port, "");
    }

    /** Configures a STOW-RS service. */
    void application(String name, String url, String... properties) throws IOException, InterruptedException {
        put("/archive/applications/" + name + "?url=" + encoded(url) + query(properties), "");
    }

    /** Configures an exporter. */
    void exporter(String id, String uri, String... properties) throws IOException, InterruptedException {
        put("/archive/exporters/" + id + "?uri=" + encoded(uri) + query(properties), "");
    }

    /** Starts an export, which has to be taken on, and gives its task. */
    long anonymize(String study, String parameters) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(STUDIES + study + "/anonymize?" + parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        Matcher task = TASK.matcher(answer.body());
        assertThat(task.find()).as(answer.body()).isTrue();
        return Long.parseLong(task.group(1));
    }

    /** What becomes of a task. */
    Outcome await(long task) throws IOException, InterruptedException {
        long end = System.nanoTime() + MINUTE;
        do {
            String[] lines = get("/archive/tasks/" + task).body().split("\n", 2);
            if (!lines[0].equals("IN_PROCESS")) return new Outcome(lines[0], lines[1]);
        } while (System.nanoTime() < end);
        throw new AssertionError("the task is not over after a minute");
    }

    Outcome export(String study, String parameters) throws IOException, InterruptedException {
        return await(anonymize(study, parameters));
    }

    Outcome repeat(long task) throws IOException, InterruptedException {
        post("/archive/tasks/" + task + "/repeat");
        return await(task);
    }

    void cancel(long task) throws IOException, InterruptedException {
        post("/archive/tasks/" + task + "/cancel");
    }

    /** What exports have left in the server, after all that ends on its own has had time to. */
    String traces() throws IOException, InterruptedException {
        long end = System.nanoTime() + MINUTE / 6;
        String traces;
        do traces = get("/archive/traces").body();
        while (!traces.isEmpty() && System.nanoTime() < end);
        return traces;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    HttpResponse<String> studies(String path) throws IOException, InterruptedException {
        return get(STUDIES + path);
    }

    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path)).POST(BodyPublishers.noBody()));
    }

    /** The same of a user with a role, as in a secured archive. */
    HttpResponse<String> post(String path, String role) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Roles", role)
                .POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> send(String method, String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    }

    private void put(String path, String text) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "text/plain;charset=utf-8")
                .PUT(BodyPublishers.ofString(text)));
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(204);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String query(String... properties) {
        StringBuilder query = new StringBuilder();
        for (String property : properties) query.append("&property=").append(encoded(property));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The objects in a folder. */
    static List<Path> objects(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }
}
