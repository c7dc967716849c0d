// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomanonymizer.archive.coerce.TestArchive.rule;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.net.http.HttpResponse;
import java.util.List;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.Conditions;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive's services that no coercion sees are refused where what they tell has to be de-identified, and only there. */
class UncoveredServicesTest extends RestTest {
    private static final String STUDY = "/aets/ARCHIVE/rs/studies/1.2.3";

    private void rules(ArchiveAttributeCoercion2... rules) {
        for (ArchiveAttributeCoercion2 rule : rules)
            server.device
                    .getApplicationEntity(RestServer.AE, true)
                    .getAEExtension(ArchiveAEExtension.class)
                    .getAttributeCoercions2()
                    .add(rule);
    }

    private static ArchiveAttributeCoercion2 answering(String... conditions) {
        return rule("strict", Role.SCU, Dimse.C_FIND_RSP).setConditions(new Conditions(conditions));
    }

    private HttpResponse<String> get(String path, String... headers) {
        return server.send("GET", path, "", null, headers);
    }

    private static void assertRefused(HttpResponse<String> response, String reason) {
        assertError(response, 403, reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rs/patients",
                "rs/patients/",
                "rs/patients;a=b",
                "rs/mwlitems",
                "rs/workitems/1.2",
                "fhir/x",
                "dimse/X/studies"
            })
    void what_answers_with_originals_is_refused(String path) {
        rules(answering());
        assertRefused(get("/aets/ARCHIVE/" + path), "this service answers with originals that no coercion sees");
        assertThat(get("/aets/OTHER/" + path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rs/studies", "rs/studies/1.2.3/series", "rs/series", "wado/x", "rs/studies/1.2.3/rendered"})
    void what_the_coercion_or_its_guard_sees_goes_on(String path) {
        rules(answering(), sending("strict"));
        assertThat(get("/aets/ARCHIVE/" + path).statusCode()).isEqualTo(200);
    }

    @Test
    void what_only_does_something_goes_on_but_searching_does_not() {
        rules(answering());
        assertThat(server.send("POST", "/aets/ARCHIVE/rs/patients").statusCode())
                .isEqualTo(200);
        assertThat(server.send("POST", "/aets/ARCHIVE/rs/studies/1/export/X").statusCode())
                .isEqualTo(200);
        assertRefused(server.send("POST", "/aets/ARCHIVE/fhir/Patient/_search"), "no coercion sees");
    }

    @ParameterizedTest
    @CsvSource({
        "SendingApplicationEntityTitle=RESEARCH,                           200",
        "SendingApplicationEntityTitle!=RESEARCH,                          403",
        "ReceivingApplicationEntityTitle=ARCHIVE,                          403",
        "ReceivingApplicationEntityTitle=OTHER,                            200",
        "SendingHostname=elsewhere,                                        200",
        "SendingHostname=127[.]0[.]0[.]1|localhost,                        403",
        "00080060=MR,                                                      403",
    })
    void conditions_of_a_rule_are_asked_as_far_as_they_are_about_the_parties(String condition, int status) {
        rules(answering(condition));
        assertThat(get("/aets/ARCHIVE/rs/patients").statusCode()).isEqualTo(status);
    }

    @Test
    void a_dicomdir_is_refused() {
        rules(sending("strict"));
        String reason = "the archive makes a DICOMDIR of the originals' values";
        assertRefused(get(STUDY + "?accept=application/zip&dicomdir=true"), reason);
        assertRefused(get(STUDY + "?dicomdi%72=TRUE"), reason);
        assertThat(get(STUDY + "?accept=application/zip&dicomdir=false").statusCode())
                .isEqualTo(200);
        assertThat(get("/aets/OTHER/rs/studies/1.2.3?dicomdir=true").statusCode())
                .isEqualTo(200);
        assertThat(get("/aets/ARCHIVE/rs/patients").statusCode())
                .as("no rule for answers")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "{00100010}/{00080018,hash} 403",
                "{0020000D} 403",
                "{00080050,upper} 403",
                "{0020000D,hash}/{00080060}/{00200013,number,000}/{rnd,uuid} 200",
            })
    void names_of_files_in_a_zip_that_tell_originals_are_refused(String format, int status) {
        server.zipNames(format);
        rules(sending("strict"));
        assertThat(get(STUDY, "Accept", "application/zip").statusCode()).isEqualTo(status);
        for (String type :
                List.of("application/zip", "application/ZIP", "application/*", "text/plain,%20application/*"))
            assertThat(get(STUDY + "?accept=" + type, "Accept", "text/plain").statusCode())
                    .as(type)
                    .isEqualTo(status);
        assertThat(get(STUDY, "Accept", "text/plain").statusCode()).isEqualTo(200);
        assertThat(get(STUDY + "?accept=multipart/related;transfer-syntax=*", "Accept", "text/plain")
                        .statusCode())
                .isEqualTo(200);
    }

    /** The archive sends multipart/related to who takes anything, and a ZIP to who takes that only. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                              |                       | 200",
                "*/*;q=0.1                        |                       | 200",
                "text/html, */*;q=0.8             |                       | 200",
                "                                 |                       | 200",
                "                                 | */*                   | 200",
                "*/*                              | */*                   | 200",
                "*/*                              | multipart/related     | 200",
                "*/*                              | application/zip       | 403",
                "*/*                              | */*,application/ZIP   | 403",
                "*/*, application/zip             |                       | 403",
                "application/zip;q=0.1, */*;q=0.9 |                       | 403",
                "application/*, */*               |                       | 403",
                "*/*;type=\"text/html\"           |                       | 403",
                "*/*; TYPE=text/html              |                       | 403",
                "*/*                              | */*;type=text/html    | 403",
            })
    void who_takes_anything_gets_no_zip(String accept, String parameter, int status) {
        server.zipNames("{00100010}/{00080018,hash}");
        rules(sending("strict"));
        String path = parameter == null ? STUDY : STUDY + "?accept=" + parameter;
        HttpResponse<String> answer = accept == null ? get(path) : get(path, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void refusals_are_counted() {
        rules(answering());
        get("/aets/ARCHIVE/rs/patients");
        assertThat(server.send("GET", "/anonymizer/status").body())
                .contains("{\"profile\":\"strict\",\"treated\":0,\"refused\":1}");
    }

    /** The archive empties its lists first, and fills them then. */
    @Test
    void while_the_configuration_is_reloaded_the_rules_before_hold() {
        rules(answering());
        server.loaded.onLoaded(new ArchiveServiceEvent(ArchiveServiceEvent.Type.STARTED, null));
        server.device
                .getApplicationEntity(RestServer.AE, true)
                .getAEExtension(ArchiveAEExtension.class)
                .getAttributeCoercions2()
                .clear();
        assertRefused(get("/aets/ARCHIVE/rs/patients"), "no coercion sees");
        server.loaded.onLoaded(new ArchiveServiceEvent(ArchiveServiceEvent.Type.RELOADED, null));
        assertThat(get("/aets/ARCHIVE/rs/patients").statusCode()).isEqualTo(200);
    }
}
