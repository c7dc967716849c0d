// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading, checking and changing profiles. */
class ProfilesResourceTest extends RestTest {
    private static final String PROFILES = "/anonymizer/profiles";

    @Test
    void lists_all_with_what_is_wrong() {
        JsonArray list = json(server.send("GET", PROFILES)).asJsonArray();
        assertThat(list.getValuesAs(JsonObject.class))
                .extracting(profile -> profile.getString("name") + " " + profile.getBoolean("usable"))
                .containsExactlyInAnyOrder("strict true", "other true", "keyless false");
        JsonObject keyless = named(list, "keyless");
        assertThat(keyless.getJsonArray("errors").getString(0)).contains("refers to no key");
        assertThat(named(list, "other").getString("description")).isEqualTo("says \"hello\"");
    }

    private static JsonObject named(JsonArray list, String name) {
        return list.getValuesAs(JsonObject.class).stream()
                .filter(profile -> profile.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shows_explains_and_states_one() {
        assertThat(object(server.send("GET", PROFILES + "/strict")).getBoolean("verify"))
                .isTrue();
        JsonObject explanation = object(server.send("GET", PROFILES + "/strict/explain?sopClass=CTImageStorage"));
        assertThat(explanation.toString()).contains("1.2.840.10008.5.1.4.1.1.2\"", "PatientBirthDate");
        assertThat(server.send("GET", PROFILES + "/strict/explain", "", null, "Accept", "text/markdown")
                        .body())
                .startsWith("# ")
                .contains("PatientBirthDate");
        HttpResponse<String> statement = server.send("GET", PROFILES + "/strict/conformance");
        assertThat(statement.headers().firstValue("Content-Type")).hasValue("text/markdown;charset=UTF-8");
        assertThat(statement.body()).startsWith("#");
        assertThat(statement.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "/nobody, 404, No such de-identification profile: nobody",
        "/nobody/explain, 404, nobody",
        "/nobody/conformance, 404, nobody",
        "/keyless/explain, 409, refers to no key",
        "/keyless/conformance, 409, refers to no key",
        "/strict/explain?sopClass=NoSuchStorage, 400, no keyword"
    })
    void what_is_not_there_is_an_error(String path, int status, String message) {
        assertError(server.send("GET", PROFILES + path), status, message);
    }

    @Test
    void a_name_can_break_no_answer() {
        HttpResponse<String> response = server.send("GET", PROFILES + "/%22%7D%3Cscript%3E%0A%5C");
        assertError(response, 404, "\"}<script>\n\\");
    }

    @Test
    void a_check_tells_each_fault_with_its_place() {
        JsonObject answer = object(server.send("POST", PROFILES + "/check", """
                {"rules": [
                  {"tag": "PatientName", "action": "keep"},
                  {"tag": "NoSuchAttribute", "action": "keep"}],
                 "verify": 3}
                """, RestServer.ROOT));
        assertThat(answer.getBoolean("usable")).isFalse();
        JsonObject tag = answer.getJsonArray("problems").getJsonObject(0);
        assertThat(tag.getString("severity")).isEqualTo("error");
        assertThat(tag.getString("code")).isEqualTo("P120");
        assertThat(tag.getInt("line")).isEqualTo(3);
        assertThat(tag.getInt("column")).isPositive();
        assertThat(tag.getInt("rule")).isEqualTo(2);
        assertThat(tag.getString("key")).isEqualTo("tag");
        JsonObject verify = answer.getJsonArray("problems").getJsonObject(1);
        assertThat(verify.getInt("line")).isEqualTo(4);
        assertThat(verify.getString("key")).isEqualTo("verify");
        assertThat(verify.containsKey("rule")).isFalse();
    }

    @Test
    void a_check_knows_what_only_an_archive_asks_for() {
        JsonObject answer = object(server.send("POST", PROFILES + "/check", "{\"verify\": true}", null));
        assertThat(answer.getBoolean("usable")).isFalse();
        assertThat(answer.toString()).contains("refers to no key");
        JsonObject good = object(server.send("POST", PROFILES + "/check", server.profile("\"verify\": true"), null));
        assertThat(good.getBoolean("usable")).isTrue();
        assertThat(good.getJsonArray("problems")).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
    }

    @Test
    void what_is_no_profile_at_all_is_told_too() {
        assertThat(object(server.send("POST", PROFILES + "/check", "<profile/>", null))
                        .getJsonArray("problems")
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo("P101");
        assertError(
                server.send("POST", PROFILES + "/check", " ".repeat((1 << 20) + 1), null),
                413,
                "at most 1048576 bytes");
    }

    @Test
    void only_administrators_check_and_change() {
        for (String[] request : List.of(
                new String[] {"POST", "/check"}, new String[] {"PUT", "/new"}, new String[] {"DELETE", "/strict"}))
            assertError(server.send(request[0], PROFILES + request[1], "{}", RestServer.WARD), 403, "super-user-role");
        System.clearProperty("super-user-role");
        assertError(server.send("DELETE", PROFILES + "/strict", "", "null"), 403, "super-user-role");
        assertThat(server.directory.merges()).isZero();
        assertThat(server.send("GET", PROFILES, "", RestServer.WARD).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_profile_is_stored_replaced_and_removed() {
        HttpResponse<String> created =
                server.send("PUT", PROFILES + "/new", server.profile("\"verify\": true"), RestServer.ROOT);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(object(created).getString("name")).isEqualTo("new");
        assertThat(object(server.send("GET", PROFILES + "/new")).getBoolean("verify"))
                .isTrue();
        assertThat(server.send("PUT", PROFILES + "/new", server.profile("\"verify\": false"), RestServer.ROOT)
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send("GET", PROFILES + "/new").body()).doesNotContain("\"verify\": true");
        assertThat(server.send("DELETE", PROFILES + "/new", "", RestServer.ROOT).statusCode())
                .isEqualTo(204);
        assertError(server.send("GET", PROFILES + "/new"), 404, "new");
        assertError(server.send("DELETE", PROFILES + "/new", "", RestServer.ROOT), 404, "new");
        assertThat(server.send("GET", PROFILES + "/strict").statusCode()).isEqualTo(200);
        assertThat(server.directory.merges()).isEqualTo(3);
    }

    @Test
    void nothing_is_written_of_a_profile_that_cannot_be_used() {
        HttpResponse<String> refused =
                server.send("PUT", PROFILES + "/strict", "{\"edition\": \"1066\"}", RestServer.ROOT);
        assertError(refused, 400, "nothing has been changed");
        assertThat(object(refused).getJsonArray("problems").getJsonObject(0).getString("code"))
                .isEqualTo("P110");
        assertError(server.send("PUT", PROFILES + "/a%2Cb", server.profile("\"verify\": true"), null), 400, "letters");
        assertError(server.send("PUT", PROFILES + "/check", server.profile("\"verify\": true"), null), 400, "check");
        assertThat(server.directory.merges()).isZero();
        assertThat(object(server.send("GET", PROFILES + "/strict")).getBoolean("verify"))
                .isTrue();
    }

    @Test
    void a_directory_that_refuses_is_told() {
        server.directory.refuse("[LDAP: error code 17 - danProfile:\n attribute type undefined]");
        assertError(
                server.send("PUT", PROFILES + "/new", server.profile("\"verify\": true"), RestServer.ROOT),
                409,
                "the archive's directory: [LDAP: error code 17 - danProfile:;  attribute type undefined]");
        assertThat(server.send("GET", PROFILES + "/new").statusCode()).isEqualTo(404);
    }
}
