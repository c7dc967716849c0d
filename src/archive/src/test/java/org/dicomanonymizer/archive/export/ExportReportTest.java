// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.exporter.Exporter;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.archivedouble.Fake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not sent can be looked up, also where the archive's monitor has no room to tell. */
class ExportReportTest {
    private static final Path SAMPLES = Path.of("../../docs/samples");
    private static final int SOP_INSTANCE_UID = 0x00080018;

    @TempDir
    Path folder;

    private Path reports;
    private TestArchive archive;

    @BeforeEach
    void archive() throws IOException {
        reports = folder.resolve("reports");
        archive = new TestArchive(folder);
    }

    private Outcome export(String... properties) throws Exception {
        return archive.exporter(descriptor(properties)).export(archive.context());
    }

    private ExporterDescriptor descriptor(String... properties) {
        String[] all = Stream.concat(Stream.of("report=" + reports, "path={SOPInstanceUID}.dcm"), Stream.of(properties))
                .toArray(String[]::new);
        return TestArchive.descriptor("anonymized:dir:" + folder.resolve("out"), all);
    }

    private JsonObject report() throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            assertThat(files).containsExactly(reports.resolve("task-42.json"));
        }
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(reports.resolve("task-42.json")))) {
            return reader.readObject();
        }
    }

    private static List<String> told(JsonObject report) {
        return report.getJsonArray("objects").getValuesAs(JsonObject.class).stream()
                .map(object -> object.getString("Modality") + " " + object.getString("status") + ": "
                        + object.getString("reason", "none"))
                .toList();
    }

    @Test
    void every_object_that_was_not_sent_stands_in_it_with_its_reason() throws Exception {
        for (String name : List.of("us-rle", "ct", "mr", "pdf")) archive.add(SAMPLES.resolve(name + ".dcm"));
        archive.inaccessible = 1;
        Files.writeString(archive.file(1), "no DICOM at all");
        Files.delete(archive.file(2));
        export();
        JsonObject report = report();
        assertThat(told(report))
                .satisfiesExactly(
                        us -> assertThat(us).isEqualTo("US refused: it is on no storage of this archive"),
                        ct -> assertThat(ct).startsWith("CT refused: it is broken: "),
                        mr -> assertThat(mr).startsWith("MR failed: it could not be read from its storage"));
        assertThat(report.getString("exporter")).isEqualTo("DEID");
        assertThat(report.getString("profile")).isEqualTo("basic");
        assertThat(report.getString("destination")).isEqualTo("dir:" + folder.resolve("out"));
        assertThat(report.getString("status")).isEqualTo("FAILED");
        assertThat(List.of("completed", "refused", "failed", "notSent"))
                .extracting(report::getInt)
                .containsExactly(1, 2, 1, 0);
    }

    @Test
    void names_objects_by_their_new_UIDs_and_holds_nothing_that_was_removed() throws Exception {
        Attributes attributes = archive.add(SAMPLES.resolve("ct.dcm"));
        byte[] whole = Files.readAllBytes(archive.file(0));
        Files.writeString(archive.file(0), "no DICOM at all");
        export();
        JsonObject object = report().getJsonArray("objects").getJsonObject(0);
        String text = Files.readString(reports.resolve("task-42.json"));
        for (int tag : new int[] {0x00100010, 0x00100020, SOP_INSTANCE_UID, 0x0020000D, 0x0020000E})
            assertThat(text).doesNotContain(attributes.getString(tag));
        Files.write(archive.file(0), whole);
        export();
        assertThat(folder.resolve("out/" + object.getString("SOPInstanceUID") + ".dcm"))
                .isRegularFile();
        assertThat(object.getString("StudyInstanceUID")).startsWith("2.25.");
        assertThat(object.getString("SeriesInstanceUID")).startsWith("2.25.");
        assertThat(object.getString("SeriesNumber")).isEqualTo(attributes.getString(0x00200011));
        assertThat(object.getString("InstanceNumber")).isEqualTo(attributes.getString(0x00200013));
    }

    @Test
    void only_the_user_of_the_server_may_read_it() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        export();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(reports.resolve("task-42.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void the_next_try_of_the_task_replaces_it() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        byte[] whole = Files.readAllBytes(archive.file(0));
        Files.delete(archive.file(0));
        export();
        assertThat(told(report())).hasSize(1);
        Files.write(archive.file(0), whole);
        export();
        assertThat(told(report())).isEmpty();
        assertThat(report().getString("status")).isEqualTo("COMPLETED");
    }

    @Test
    void an_export_without_its_report_is_not_complete() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        Exporter exporter = archive.exporter(descriptor());
        Files.delete(reports);
        Outcome outcome = exporter.export(archive.context());
        assertThat(outcome.getStatus()).isEqualTo(Task.Status.WARNING);
        assertThat(outcome.getDescription()).startsWith("completed:1 - its report could not be written");
    }

    @Test
    void what_was_sent_into_a_ZIP_file_that_could_not_be_finished_was_not_sent() {
        Attributes attributes = new Attributes();
        attributes.setString(0x00080060, VR.CS, "CT");
        InstanceLocations first = match(attributes);
        InstanceLocations second = match(attributes);
        ExportResults results = new ExportResults(2);
        ResultRecorder recorder = new ResultRecorder(
                results,
                Fake.of(RetrieveContext.class).on("incrementCompleted", a -> 1).make());
        recorder.completed(first);
        assertThat(recorder.unsent(List.of(first, second)))
                .extracting(ExportReport.Unsent::status)
                .containsExactly("not sent");
        recorder.failCompleted("no room");
        assertThat(recorder.unsent(List.of(first, second)))
                .extracting(unsent -> unsent.status() + " " + unsent.reason())
                .containsExactly("failed no room", "not sent null");
    }

    private static InstanceLocations match(Attributes attributes) {
        return Fake.of(InstanceLocations.class)
                .on("getAttributes", a -> attributes)
                .make();
    }
}
