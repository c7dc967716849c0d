// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;

/** What a STOW-RS server answers (PS3.18 section 10.5.3): only an object that it names as stored counts as sent. */
final class StowAnswer {
    /** The longest answer that is read, in bytes. */
    static final int MAX_LENGTH = 1 << 20;

    private static final String REFERENCED_SOP_SEQUENCE = "00081199";
    private static final String FAILED_SOP_SEQUENCE = "00081198";
    private static final String REFERENCED_SOP_INSTANCE_UID = "00081155";
    private static final String FAILURE_REASON = "00081197";

    private StowAnswer() {}

    /**
     * Looks for an object in the answer.
     *
     * @throws RejectedException if the object is not there, with the status or the failure reason that the answer gives
     */
    static void check(String server, String sopInstanceUid, int status, byte[] body) throws RejectedException {
        boolean succeeded = status >= 200 && status < 300;
        JsonObject answer = parse(body);
        if (succeeded && item(answer, REFERENCED_SOP_SEQUENCE, sopInstanceUid) != null) return;
        JsonObject failed = item(answer, FAILED_SOP_SEQUENCE, sopInstanceUid);
        String reason = failed == null ? null : failureReason(failed);
        throw new RejectedException("web application " + server + " answered with HTTP status " + status
                + (reason != null
                        ? " and failure reason " + reason
                        : succeeded ? ", but does not name the object as stored" : ""));
    }

    private static JsonObject parse(byte[] body) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            JsonStructure json = reader.read();
            if (json instanceof JsonObject object) return object;
            if (json instanceof JsonArray array && !array.isEmpty() && array.get(0) instanceof JsonObject object)
                return object;
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT; // the answer is judged by what it does not say
        }
        return JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonObject item(JsonObject answer, String sequence, String sopInstanceUid) {
        for (JsonValue item : values(answer, sequence))
            if (item instanceof JsonObject object
                    && values(object, REFERENCED_SOP_INSTANCE_UID).contains(Json.createValue(sopInstanceUid)))
                return object;
        return null;
    }

    private static String failureReason(JsonObject failed) {
        JsonArray values = values(failed, FAILURE_REASON);
        return values.isEmpty() || values.get(0).getValueType() != JsonValue.ValueType.NUMBER
                ? null
                : String.format("%04XH", values.getInt(0));
    }

    private static JsonArray values(JsonObject set, String tag) {
        return set.get(tag) instanceof JsonObject element && element.get("Value") instanceof JsonArray values
                ? values
                : JsonValue.EMPTY_JSON_ARRAY;
    }
}
