// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

/** What an administrator sees at a glance. */
class StatusResourceTest extends RestTest {

    @Test
    void tells_profiles_and_counters() {
        JsonObject status = object(server.send("GET", "/anonymizer/status"));
        assertThat(status.keySet()).containsExactlyInAnyOrder("version", "profiles", "coercion", "lastRefusals");
        assertThat(status.getJsonArray("profiles")).hasSize(3);
        assertThat(status.getJsonArray("coercion")).isEmpty();
    }
}
