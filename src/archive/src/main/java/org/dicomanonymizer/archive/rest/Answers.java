// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import org.dicomanonymizer.archive.profile.UnusableProfileException;
import org.dicomanonymizer.rule.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes answers in the archive's form, and errors of whatever goes wrong. No answer is to be kept by a cache. */
final class Answers {
    static final String MARKDOWN = "text/markdown";

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String UTF_8 = ";charset=UTF-8";

    /** What a resource does for a request. */
    interface Work {
        Response answer() throws Exception;
    }

    private Answers() {}

    /** The answer of some work, or an error: {@code {"errorMessage":"..."}}. */
    static Response of(Work work) {
        try {
            return work.answer();
        } catch (RefusedRequestException e) {
            return error(e.status(), e.getMessage());
        } catch (UnusableProfileException | ConfigurationException e) {
            return error(Response.Status.CONFLICT, oneLine(e.getMessage()));
        } catch (org.dcm4che3.conf.api.ConfigurationException e) {
            return error(
                    Response.Status.CONFLICT, "the archive's directory: " + oneLine(String.valueOf(e.getMessage())));
        } catch (Exception e) {
            return error(Response.Status.INTERNAL_SERVER_ERROR, internal(e));
        }
    }

    static Response json(JsonValue content) {
        return text(Response.Status.OK, content.toString(), MediaType.APPLICATION_JSON);
    }

    static Response json(String content) {
        return text(Response.Status.OK, content, MediaType.APPLICATION_JSON);
    }

    static Response text(String content, String type) {
        return text(Response.Status.OK, content, type + UTF_8);
    }

    static Response text(Response.Status status, String content, String type) {
        return Response.status(status)
                .entity(content)
                .type(type)
                .header("Cache-Control", "no-store")
                .build();
    }

    static JsonArrayBuilder array(Collection<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    private static Response error(Response.Status status, String message) {
        JsonValue body = Json.createObjectBuilder().add("errorMessage", message).build();
        LOG.info("Answered {}: {}", status.getStatusCode(), body);
        return text(status, body.toString(), MediaType.APPLICATION_JSON);
    }

    /** Of an error of this software only the place is told: nobody knows what its message holds. */
    private static String internal(Exception e) {
        StackTraceElement[] stack = e.getStackTrace();
        String place = stack.length == 0 ? "" : " at " + stack[0].getClassName() + "." + stack[0].getMethodName();
        return "internal error " + e.getClass().getSimpleName() + place;
    }

    static String oneLine(String message) {
        return String.join("; ", message.lines().toList());
    }
}
