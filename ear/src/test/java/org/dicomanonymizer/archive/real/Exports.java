// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Exports of an archive: how its services start them, and what its monitor shows of their tasks. */
final class Exports {
    /** In which a task stays. */
    static final Set<String> OVER = Set.of("COMPLETED", "WARNING", "FAILED", "CANCELED");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** What the monitor shows of a task: how it stands, and what has come of it so far. */
    record Task(String status, String text) {}

    private final RealArchive archive;

    Exports(RealArchive archive) {
        this.archive = archive;
    }

    /** Has a request make one task, and gives what becomes of it. */
    Task run(String path) throws IOException, InterruptedException {
        return await("taskID=" + start(path), 1, OVER).get(0);
    }

    /** The task that a request makes. */
    String start(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = archive.send("POST", path, "*/*");
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as("%s: %s", path, body).isEqualTo(202);
        return JSON.readTree(body).required("taskID").asText();
    }

    /** The tasks that a query of the monitor finds, as soon as there are so many and each has one of some statuses. */
    List<Task> await(String query, int count, Set<String> statuses) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Task> tasks = tasks(query);
        while (tasks.size() != count || !tasks.stream().map(Task::status).allMatch(statuses::contains)) {
            if (System.nanoTime() > end)
                throw new AssertionError("not " + count + " tasks " + statuses + " after " + PATIENCE + ": " + tasks);
            LockSupport.parkNanos(PAUSE.toNanos());
            tasks = tasks(query);
        }
        return tasks;
    }

    private List<Task> tasks(String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = archive.get("/monitor/export?" + query, "application/json");
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        List<Task> tasks = new ArrayList<>();
        for (JsonNode task : JSON.readTree(answer.body())) {
            String outcome = task.path("outcomeMessage").asText();
            tasks.add(new Task(
                    task.required("status").asText(),
                    outcome.isEmpty() ? task.path("errorMessage").asText() : outcome));
        }
        return tasks;
    }

    /** Removes what the monitor has of an exporter's tasks. */
    void forget(String exporter) throws IOException, InterruptedException {
        archive.send("DELETE", "/monitor/export?ExporterID=" + exporter, "*/*");
    }
}
