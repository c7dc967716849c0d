// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.testing.Storescp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request says where its objects go, of what the exporter allows; and no other request can. */
class ChosenDestinationTest {
    private static final Path CT = Path.of("../../docs/samples/ct.dcm");
    private static final String SERVER = "http://archive:8080/dcm4chee-arc";
    private static final String STUDY = SERVER + "/aets/ARCHIVE/rs/studies/1.2.3";
    private static final String CHOICE = "destinations=dicom:STORESCP, store:RESEARCH";

    @TempDir
    Path folder;

    private TestArchive archive;

    @BeforeEach
    void archive() throws IOException {
        archive = new TestArchive(folder);
        archive.add(CT);
    }

    private Outcome export(String request) throws Exception {
        archive.request = request;
        return archive.export("anonymized:requested", CHOICE);
    }

    private void assertRefused(String request, String reason) {
        assertThatThrownBy(() -> export(request))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContainingAny("STORESCP", "RESEARCH");
        assertThat(archive.audit).isEmpty();
        assertThat(archive.stored()).isEmpty();
    }

    @Test
    void each_request_goes_where_it_says_and_its_retries_too() throws Exception {
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xa")) {
            archive.remote(Storescp.AE, receiver.port());
            String request = STUDY + "/anonymize?exporter=DEID&destination=dicom:STORESCP";
            Outcome outcome = export(request);
            assertThat(outcome.getDescription())
                    .isEqualTo("completed:1 - de-identified by profile basic to dicom:STORESCP");
            List<Path> received = receiver.received();
            assertThat(received).hasSize(1);
            export(request);
            assertThat(receiver.received()).as("the same UIDs again").isEqualTo(received);
        }
        assertThat(archive.audit).containsExactly("begin to STORESCP", "end 1/0", "begin to STORESCP", "end 1/0");
        assertThat(archive.stored()).isEmpty();
        assertThat(export(STUDY + "/anonymize?exporter=DEID&destination=store%3ARESEARCH")
                        .getDescription())
                .isEqualTo("completed:1 - de-identified by profile basic to store:RESEARCH");
        assertThat(archive.stored()).hasSize(1);
    }

    @Test
    void what_stays_in_the_archive_is_guarded_as_ever() throws Exception {
        archive.profile("same-uids", "\"options\": [\"RetainUIDs\"]");
        archive.request = STUDY + "/anonymize?exporter=DEID&destination=store:RESEARCH";
        Outcome outcome = archive.export("anonymized:requested", CHOICE, "profile=same-uids");
        assertThat(outcome.getStatus()).isEqualTo(Task.Status.WARNING);
        assertThat(outcome.getDescription()).contains("its UIDs are unchanged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/anonymize?exporter=DEID",
                "/export/DEID?exporter=DEID&destination=dicom:STORESCP",
                "/series/1.2/export/anonymize?exporter=DEID&destination=dicom:STORESCP",
                "/export/DEID?x=/aets/A/rs/studies/1.2/anonymize&exporter=DEID&destination=dicom:STORESCP",
                "/export/DEID?/aets/A/rs/studies/1.2/anonymize?exporter=DEID&destination=dicom:STORESCP",
                "/anonymize?exporter=DEID&destination=dicom:STORESCP&x=/"
            })
    void only_the_service_that_asks_for_roles_may_name_one(String path) {
        assertRefused(STUDY + path, "sends only what POST .../studies/{Study}/anonymize asks for");
    }

    /** The Host header is up to the sender, who may put another service's address before the one that was called. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host/aets/A/rs/studies/1.2/anonymize?exporter=DEID&destination=dicom:STORESCP&x=",
                "http://host/aets/A/rs/studies/1.2/anonymize",
                "http://"
            })
    void an_address_that_was_made_up_names_none(String host) {
        assertRefused(
                host
                        + "/dcm4chee-arc/aets/ARCHIVE/rs/studies/1.2.3/export/DEID?exporter=DEID&destination=dicom:STORESCP",
                "sends only what POST");
    }

    @Test
    void a_rule_names_none() {
        assertRefused(null, "for anything else use an exporter with a destination of its own");
    }

    /** As when an export rule names the exporter: the archive has it widen a task that still waits. */
    @ParameterizedTest
    @ValueSource(strings = {"/1.2.3/series/1.2", "/1.2.3/series/1.2/instances/1.3", "/1.2.4", "/1.2.3.4"})
    void what_was_not_asked_for_is_not_sent(String objects) {
        assertRefused(
                SERVER + "/aets/ARCHIVE/rs/studies" + objects + "/anonymize?exporter=DEID&destination=dicom:STORESCP",
                "other objects than its request asks for");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exporter=DEID&destination=dicom:ELSEWHERE",
                "exporter=DEID&destination=STORESCP",
                "exporter=DEID&destination=dicom:STORESCP&destination=store:RESEARCH"
            })
    void what_the_exporter_does_not_allow_is_refused_without_telling_what_it_does(String query) {
        assertThatThrownBy(() -> export(STUDY + "/anonymize?" + query))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the request has to name one of the destinations that dcmProperty destinations of this exporter"
                                + " allows");
    }

    /** As when the archive's monitor hands a task over to another exporter. */
    @ParameterizedTest
    @ValueSource(strings = {"exporter=OTHER&", "exporter=OTHER&exporter=DEID&", ""})
    void what_another_exporter_was_asked_for_is_refused(String exporter) {
        assertRefused(STUDY + "/anonymize?" + exporter + "destination=dicom:STORESCP", "names another exporter");
    }

    @Test
    void an_exporter_with_a_destination_of_its_own_takes_no_other() throws Exception {
        archive.request = STUDY + "/export/DEID?destination=dicom:STORESCP";
        assertThatThrownBy(() -> archive.export("anonymized:store:RESEARCH"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("this exporter has a destination of its own, and the request names another");
        assertThat(archive.stored()).isEmpty();
        archive.request = STUDY + "/export/DEID?destination=store:RESEARCH";
        assertThat(archive.export("anonymized:store:RESEARCH").getStatus()).isEqualTo(Task.Status.COMPLETED);
    }

    @Test
    void a_destination_that_leads_nowhere_is_told_by_its_setting() {
        archive.request = STUDY + "/anonymize?exporter=DEID&destination=stow:web";
        archive.applications.put("web", new TestArchive.Application(null, null));
        assertThatThrownBy(() -> archive.export("anonymized:requested", "destinations=stow:web"))
                .hasMessageContaining(
                        "dcmProperty destinations: web application web has no network connection that is installed");
    }
}
