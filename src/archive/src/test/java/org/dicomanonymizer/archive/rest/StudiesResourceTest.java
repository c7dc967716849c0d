// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dcm4chee.arc.entity.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking at what would become of a study, and exporting it. */
class StudiesResourceTest extends RestTest {
    private static final Path SAMPLES = Path.of("../../docs/samples");
    private static final String STUDY = "/aets/ARCHIVE/rs/studies/1.2.3";

    private JsonObject attribute(JsonObject preview, String keyword) {
        return preview
                .getJsonArray("series")
                .getJsonObject(0)
                .getJsonArray("attributes")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(attribute -> attribute.getString("keyword").equals(keyword))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_preview_shows_one_object_of_each_series_and_no_values() throws IOException {
        for (String name : new String[] {"ct", "ct", "mr"}) server.archive.add(SAMPLES.resolve(name + ".dcm"));
        HttpResponse<String> response =
                server.send("GET", STUDY + "/anonymize/preview?profile=other", "", RestServer.WARD);
        JsonObject preview = object(response);
        assertThat(preview.getJsonArray("series")).hasSize(2);
        JsonObject name = attribute(preview, "PatientName");
        assertThat(name.getString("path")).isEqualTo("(0010,0010)");
        assertThat(name.getString("vr")).isEqualTo("PN");
        assertThat(name.getString("action")).isEqualTo("pseudonymized");
        assertThat(name.getString("rule")).isNotEmpty();
        assertThat(response.body()).doesNotContain("\"before\"", "\"after\"");
        assertThat(server.tasks).isEmpty();
    }

    @Test
    void values_are_for_the_privileged_role_only() throws IOException {
        server.archive.add(SAMPLES.resolve("ct.dcm"));
        String preview = STUDY + "/anonymize/preview?profile=other";
        JsonObject name = attribute(object(server.send("GET", preview, "", RestServer.ROOT)), "PatientName");
        assertThat(name.getString("before")).isNotEmpty();
        assertThat(name.getString("after")).isNotEmpty().isNotEqualTo(name.getString("before"));
        for (String roles : new String[] {RestServer.WARD, null})
            assertThat(server.send("GET", preview, "", roles).body())
                    .contains("PatientName")
                    .doesNotContain(name.getString("before"), name.getString("after"));
    }

    @Test
    void who_sees_values_of_which_objects_stands_in_the_audit_log() throws IOException {
        for (String name : List.of("ct", "ct", "mr")) server.archive.add(SAMPLES.resolve(name + ".dcm"));
        Files.writeString(folder.resolve("storage/2.dcm"), "no DICOM at all");
        String preview = STUDY + "/anonymize/preview?profile=other";
        server.send("GET", preview, "", RestServer.WARD);
        server.send("GET", preview);
        assertThat(server.archive.audited).isEmpty();
        String shown = object(server.send("GET", preview, "", RestServer.ROOT))
                .getJsonArray("series")
                .getJsonObject(0)
                .getString("SOPInstanceUID");
        assertThat(server.archive.audited)
                .containsExactly("Begin Transferring jane [" + shown + "]", "Transferred jane [" + shown + "]");
    }

    @Test
    void objects_that_cannot_be_read_say_why() throws IOException {
        for (String name : List.of("ct", "mr")) server.archive.add(SAMPLES.resolve(name + ".dcm"));
        Files.delete(folder.resolve("storage/0.dcm"));
        Files.writeString(folder.resolve("storage/1.dcm"), "no DICOM at all");
        JsonObject preview = object(server.send("GET", STUDY + "/anonymize/preview?profile=other"));
        assertThat(preview.getJsonArray("series").getValuesAs(JsonObject.class))
                .extracting(series -> series.getString("refused"))
                .satisfiesExactly(
                        missing -> assertThat(missing).contains("could not be read from its storage"),
                        broken -> assertThat(broken).startsWith("it is broken: "));
    }

    @ParameterizedTest
    @CsvSource({
        "/aets/NOBODY/rs/studies/1.2.3/anonymize/preview?profile=strict, ward, 404, No such Application Entity: NOBODY",
        "/aets/OTHER/rs/studies/1.2.3/anonymize/preview?profile=strict, ward, 404, No Web Application",
        "/aets/ARCHIVE/rs/studies/1.2.3/anonymize/preview?profile=strict, clerk, 403, does not list a role",
        "/aets/ARCHIVE/rs/studies/1.2.3/anonymize/preview?profile=strict, ward, 404, No such Study: 1.2.3",
        "/aets/ARCHIVE/rs/studies/1.2.3/anonymize/preview?profile=nobody, ward, 404, No such de-identification profile",
        "/aets/ARCHIVE/rs/studies/1.2.3/anonymize/preview?profile=keyless, ward, 409, refers to no key",
        "/aets/ARCHIVE/rs/studies/1.2.3/anonymize/preview, ward, 400, parameter profile is missing",
        "/aets/ARCHIVE/rs/studies/1.2.3%22x/anonymize/preview?profile=strict, ward, 400, no UID",
        "/aets/%22%7D%0A/rs/studies/1.2.3/anonymize/preview?profile=strict, ward, 404, '\"}'"
    })
    void a_preview_that_cannot_be_is_an_error(String path, String roles, int status, String message) {
        assertError(server.send("GET", path, "", roles), status, message);
    }

    @Test
    void an_export_is_queued_and_answered_with_its_task() {
        HttpResponse<String> response =
                server.send("POST", STUDY + "/anonymize?profile=other&exporter=DEID&batchID=b", "", RestServer.WARD);
        assertThat(response.statusCode()).isEqualTo(202);
        JsonObject task = object(response);
        assertThat(task.getString("ExporterID")).isEqualTo("DEID");
        assertThat(task.getString("StudyInstanceUID")).isEqualTo("1.2.3");
        assertThat(task.containsKey("SeriesInstanceUID")).isFalse();
        assertThat(task.getString("batchID")).isEqualTo("b");
        assertThat(task.getString("status")).isEqualTo("SCHEDULED");
        assertThat(server.tasks)
                .extracting(Task::getRequestURI)
                .singleElement()
                .asString()
                .endsWith(STUDY + "/anonymize?profile=other&exporter=DEID&batchID=b");
    }

    @Test
    void series_and_objects_are_exported_alike() {
        server.send("POST", STUDY + "/series/1.2.3.4/anonymize?exporter=DEID");
        server.send(
                "POST",
                STUDY + "/series/1.2.3.4/instances/1.2.3.4.5/anonymize?exporter=DEID&scheduledTime=20300102030405");
        assertThat(server.tasks)
                .extracting(task -> task.getSeriesInstanceUID() + " " + task.getSOPInstanceUID())
                .containsExactly("1.2.3.4 *", "1.2.3.4 1.2.3.4.5");
    }

    @ParameterizedTest
    @CsvSource({
        "?profile=strict, ward, 400, parameter exporter is missing",
        "?profile=strict&exporter=NONE, ward, 404, No such Exporter: NONE",
        "?profile=strict&exporter=PLAIN, ward, 400, does not de-identify",
        "?profile=strict&exporter=BROKEN, ward, 400, Exporter BROKEN",
        "?profile=strict&exporter=DEID, clerk, 403, does not list a role",
        "?profile=keyless&exporter=DEID, ward, 400, allow: strict",
        "?profile=strict&profile=other&exporter=DEID, ward, 400, allow: strict",
        "?%70rofile=other&exporter=DEID, ward, 400, %-escapes",
        "?exporter=DEID&scheduledTime=tomorrow, ward, 400, yyyyMMddHHmmss",
        "?exporter=%22%0A%5C, ward, 404, No such Exporter: \"",
    })
    void an_export_that_could_not_be_carried_out_is_not_queued(String query, String roles, int status, String message) {
        assertError(server.send("POST", STUDY + "/anonymize" + query, "", roles), status, message);
        assertThat(server.tasks).isEmpty();
    }

    @Test
    void the_services_of_the_archive_beside_go_on() {
        assertThat(server.send("GET", "/aets/ARCHIVE/rs/studies").body()).isEqualTo("studies of ARCHIVE");
        assertThat(server.send("POST", STUDY + "/export/DEID").body()).isEqualTo("exported 1.2.3");
    }
}
