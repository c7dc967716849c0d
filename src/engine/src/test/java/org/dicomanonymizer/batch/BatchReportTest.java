// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.identity.ProjectKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchReportTest {
    private static final String SECRET = "a secret that nobody may see";
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    private final Anonymizer anonymizer = Anonymizer.builder()
            .key(ProjectKey.of(SECRET))
            .rule("PatientID", "replace_with_value", "REPLACEMENT")
            .rule("StudyDate", "keep")
            .rule("StudyDate", "delete")
            .build();

    @TempDir
    private Path folder;

    private Path file;
    private Batch batch;

    @BeforeEach
    void set_up() throws IOException {
        file = folder.resolve("report.json");
        Inputs.image(folder.resolve("in/a"));
        Inputs.image(folder.resolve("in/tab\there \"and\" ü"));
        Inputs.text(folder.resolve("in/text"));
        batch = Batch.of(anonymizer, folder.resolve("in"), folder.resolve("out"))
                .threads(2)
                .build();
    }

    private JsonNode write() throws IOException {
        try (BatchReport report = BatchReport.create(file, false)) {
            report.begin(batch, START);
            BatchSummary summary = batch.run(report);
            assertThat(file).doesNotExist();
            report.end(summary, START.plusSeconds(9));
        }
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void tells_how_the_run_was_done() throws IOException {
        JsonNode report = write();

        assertThat(report.path("tool").asText()).isEqualTo("DicomAnonymizer");
        assertThat(report.path("version").asText()).isNotEmpty();
        assertThat(report.path("profile").asText()).isEqualTo("basic");
        assertThat(report.path("edition").asText()).isEqualTo("2026d");
        assertThat(report.path("options").isArray()).isTrue();
        assertThat(report.path("keepPrivate").isBoolean()).isTrue();
        assertThat(report.path("rules").get(0).asText()).isEqualTo("(0010,0020) replace_with_value [rule 1]");
        assertThat(report.path("keyId").asText()).isEqualTo(anonymizer.keyId());
        assertThat(report.path("input").asText()).isEqualTo(folder.resolve("in").toString());
        assertThat(report.path("output").asText())
                .isEqualTo(folder.resolve("out").toString());
        assertThat(report.path("dryRun").asBoolean()).isFalse();
        assertThat(report.path("start").asText()).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(report.path("end").asText()).isEqualTo("2026-01-02T03:04:14Z");
        assertThat(report.path("stopped").asBoolean()).isFalse();
        assertThat(report.path("warnings").get(0).asText()).startsWith("rule 2: keep of (0008,0020) never acts");
    }

    @Test
    void tells_what_became_of_each_file() throws IOException {
        Map<String, JsonNode> files = new HashMap<>();
        write().path("files").forEach(entry -> files.put(entry.path("input").asText(), entry));

        assertThat(files).hasSize(3);
        JsonNode done = files.get(folder.resolve("in/tab\there \"and\" ü").toString());
        assertThat(done.path("outcome").asText()).isEqualTo("done");
        assertThat(done.path("output").asText())
                .isEqualTo(folder.resolve("out/tab\there \"and\" ü").toString());
        assertThat(done.path("effects").path("pseudonymized").asInt()).isOne();
        assertThat(done.path("changes")
                        .path("replaced")
                        .path("replace_with_value by rule 1")
                        .path("(0010,0020)")
                        .asInt())
                .isOne();
        assertThat(done.path("warnings").isArray()).isTrue();
        JsonNode skipped = files.get(folder.resolve("in/text").toString());
        assertThat(skipped.path("outcome").asText()).isEqualTo("skipped");
        assertThat(skipped.path("reason").asText()).isEqualTo("is no DICOM file");
        assertThat(skipped.has("output")).isFalse();
        assertThat(skipped.has("changes")).isFalse();
    }

    @Test
    void adds_up_the_files_and_the_changes() throws IOException {
        JsonNode report = write();

        assertThat(report.path("counts").toString()).isEqualTo("{\"done\":2,\"refused\":0,\"failed\":0,\"skipped\":1}");
        assertThat(report.path("totals")).anySatisfy(row -> {
            assertThat(row.path("tag").asText()).isEqualTo("(0010,0010)");
            assertThat(row.path("keyword").asText()).isEqualTo("PatientName");
            assertThat(row.path("effect").asText()).isEqualTo("pseudonymized");
            assertThat(row.path("elements").asInt()).isEqualTo(2);
            assertThat(row.path("files").asInt()).isEqualTo(2);
        });
    }

    @Test
    void holds_neither_values_nor_the_key() throws IOException {
        write();

        assertThat(Files.readString(file)).doesNotContain(Inputs.NAME, "4711", "REPLACEMENT", SECRET);
    }

    @Test
    void is_deleted_if_it_is_not_finished() throws IOException {
        try (BatchReport report = BatchReport.create(file, false)) {
            report.begin(batch, START);
        }

        assertThat(Inputs.entries(folder)).allMatch(entry -> entry.startsWith("in/"));
    }

    @Test
    void replaces_another_only_if_told_so() throws IOException {
        Files.writeString(file, "another");

        assertThatThrownBy(() -> BatchReport.create(file, false)).isInstanceOf(FileAlreadyExistsException.class);
        BatchReport.create(file, true).close();
        assertThat(file).hasContent("another");
    }
}
