// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2.OnFailure;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dicomanonymizer.archive.coerce.CoercionRefusedException;
import org.dicomanonymizer.archive.coerce.TestArchive;
import org.junit.jupiter.api.Test;

/** What an administrator sees at a glance. */
class StatusResourceTest extends RestTest {

    private JsonObject status() {
        return object(server.send("GET", "/anonymizer/status"));
    }

    @Test
    void tells_profiles_and_that_all_is_quiet() {
        JsonObject status = status();
        assertThat(status.getString("version")).isNotEmpty();
        assertThat(status.getJsonArray("profiles")).hasSize(3);
        for (String list : new String[] {"coercion", "lastRefusals", "findings"})
            assertThat(status.getJsonArray(list)).isEmpty();
    }

    @Test
    void tells_what_was_refused_and_why() {
        for (String profile : new String[] {"keyless", "nobody"})
            assertThatThrownBy(() -> server.coercion.remapUID(TestArchive.sending(profile), "1.2.3"))
                    .isInstanceOf(CoercionRefusedException.class);
        JsonObject status = status();
        assertThat(status.getJsonArray("coercion").getJsonObject(0))
                .hasToString("{\"profile\":\"keyless\",\"treated\":0,\"refused\":1}");
        assertThat(status.getJsonArray("lastRefusals").getValuesAs(JsonObject.class))
                .extracting(refusal -> refusal.getString("profile"))
                .containsExactly("nobody", "keyless");
        assertThat(status.getJsonArray("lastRefusals").getJsonObject(1).getString("reason"))
                .contains("refers to no key");
    }

    @Test
    void remembers_the_last_twenty_refusals() {
        for (int i = 0; i < 25; i++) {
            String profile = "p" + i;
            assertThatThrownBy(() -> server.coercion.remapUID(TestArchive.sending(profile), "1.2.3"))
                    .isInstanceOf(CoercionRefusedException.class);
        }
        assertThat(status().getJsonArray("lastRefusals").getValuesAs(JsonObject.class))
                .hasSize(20)
                .first()
                .satisfies(refusal -> assertThat(refusal.getString("profile")).isEqualTo("p24"));
    }

    @Test
    void tells_what_is_wrong_with_the_rules() {
        ArchiveAttributeCoercion2 rule = TestArchive.sending("strict");
        rule.setCoercionOnFailure(OnFailure.CONTINUE);
        server.device
                .getDeviceExtensionNotNull(ArchiveDeviceExtension.class)
                .getAttributeCoercions2()
                .add(rule);
        server.health.onLoaded(new ArchiveServiceEvent(ArchiveServiceEvent.Type.STARTED, null));
        JsonObject finding = status().getJsonArray("findings").getJsonObject(0);
        assertThat(finding.getString("where")).isEqualTo("device dcm4chee-arc");
        assertThat(finding.getString("rule")).isEqualTo("Deid");
        assertThat(finding.getString("reason")).contains("dcmCoercionOnFailure");
    }
}
