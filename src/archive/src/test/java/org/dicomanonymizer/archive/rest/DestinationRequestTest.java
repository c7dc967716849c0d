// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.dcm4chee.arc.entity.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exporting a study to where the request says. */
class DestinationRequestTest extends RestTest {
    private static final String ANONYMIZE = "/aets/ARCHIVE/rs/studies/1.2.3/anonymize";

    private HttpResponse<String> post(String query, String roles) {
        return server.send("POST", ANONYMIZE + query, "", roles);
    }

    @ParameterizedTest
    @CsvSource({
        "'?exporter=CHOICE&destination=dicom:NEAR', desk, CHOICE",
        "'?exporter=CHOICE&profile=other&destination=stow:far+away', desk, CHOICE",
        "'?exporter=CHOICE&destination=stow%3Afar%20away', root, CHOICE",
        "'?exporter=SECOND&destination=dicom:NEAR&batchID=b', , SECOND",
        "'?exporter=LOCKED&destination=dicom:VAULT', root, LOCKED",
        "'?exporter=LOCKED&destination=dicom:VAULT', , LOCKED",
    })
    void who_may_names_one_and_the_task_remembers_it(String query, String role, String exporter) {
        HttpResponse<String> response = post(query, roles(role));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        Task task = server.tasks.get(0);
        assertThat(task.getExporterID()).isEqualTo(exporter);
        // The profile too, which the archive's audit messages tell by this address.
        assertThat(task.getRequestURI())
                .endsWith(ANONYMIZE + query + (query.contains("profile=") ? "" : "&profile=strict"));
    }

    private static String roles(String role) {
        return "desk".equals(role) ? RestServer.DESK : role;
    }

    @Test
    void without_an_exporter_it_is_the_one_that_allows_the_destination() {
        assertThat(post("?destination=stow:far+away", RestServer.DESK).statusCode())
                .isEqualTo(202);
        assertThat(post("?destination=dicom:SECOND&profile=other", null).statusCode())
                .isEqualTo(202);
        assertThat(server.tasks).extracting(Task::getExporterID).containsExactly("CHOICE", "SECOND");
        assertThat(server.tasks)
                .extracting(task ->
                        task.getRequestURI().substring(task.getRequestURI().indexOf('?')))
                .containsExactly(
                        "?destination=stow:far+away&exporter=CHOICE&profile=strict",
                        "?destination=dicom:SECOND&profile=other&exporter=SECOND");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?exporter=CHOICE&destination=dicom:NEAR | ward | may be named by administrators and by users with a role",
                "?exporter=CHOICE&destination=dicom:NOWHERE | ward | may be named by administrators",
                "?exporter=CHOICE | ward | may be named by administrators",
                "?exporter=LOCKED&destination=dicom:VAULT | ward,desk | its dcmProperty roles lists",
                "?destination=dicom:NEAR | ward | there is no exporter by which this user may name a destination",
                "?destination=dicom:NOWHERE | ward | there is no exporter by which this user may name a destination",
                "?exporter=CHOICE&destination=dicom:NEAR | desk | does not list a role of the user",
            })
    void who_may_not_is_refused_and_told_no_destination(String query, String roles, String message) {
        HttpResponse<String> response = post(query, roles);
        assertError(response, 403, message);
        assertThat(response.body()).doesNotContain("NEAR", "far away", "SECOND", "VAULT");
        assertThat(server.tasks).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?exporter=CHOICE&destination=dicom:NOWHERE | has to be one of these: dicom:NEAR, stow:far away",
                "?exporter=CHOICE | has to be one of these: dicom:NEAR, stow:far away",
                "?exporter=CHOICE&destination=dicom:near | has to be one of these",
                "?destination=dicom:VAULT | has to be one of these: dicom:NEAR, dicom:SECOND, stow:far away",
                "?destination=dicom:NEAR | name one of them by the parameter exporter: CHOICE, SECOND",
                "?exporter=CHOICE&destination=dicom:NEAR&destination=stow:far+away | has to name one of the destinations",
                "?exporter=CHOICE&exporter=SECOND&destination=dicom:NEAR | names another exporter",
                "?exporter=CHOICE&destination=dicom:NEAR&x=/ | without / in the query",
                "?exporter=CHOICE&%64estination=dicom:NEAR | POST .../studies/{Study}/anonymize",
                "?exporter=DEID&destination=dicom:NEAR | this exporter has a destination of its own",
                "?exporter=DEID&%64estination=dicom:NEAR | %-escapes",
                "?%65xporter=DEID&exporter=CHOICE | the parameter exporter has to be written once and without %-escapes",
                "?exporter=DEID&exporter=CHOICE | the parameter exporter has to be written once",
                "?exporter=PLAIN&destination=dicom:NEAR | does not de-identify",
            })
    void what_can_not_be_is_refused_before_there_is_a_task(String query, String message) {
        assertError(post(query, RestServer.DESK), 400, message);
        assertThat(server.tasks).isEmpty();
    }

    @Test
    void what_the_archive_can_not_keep_is_refused() {
        assertError(
                post("?exporter=CHOICE&destination=dicom:NEAR&batchID=" + "b".repeat(256), null),
                400,
                "batchID is longer than 255 characters");
        String query = "?destination=stow:far+away";
        assertThat(post(query, null).statusCode()).isEqualTo(202);
        int room = 4000 - server.tasks.get(0).getRequestURI().length() - "&x=".length();
        assertThat(post(query + "&x=" + "x".repeat(room), null).statusCode()).isEqualTo(202);
        assertError(post(query + "&x=" + "x".repeat(room + 1), null), 400, "longer than 4000 characters");
    }
}
