// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;

/** A client that posts one object with each request; the part says no transfer syntax, which some servers do not understand. */
final class StowSession implements Session {
    /** What RESTEasy calls its limit for requests, which it writes to temporary files before it sends them; 50 MB by default. */
    private static final String MAX_FILE = "dev.resteasy.entity.file.threshold";

    private static final MediaType DICOM_JSON = MediaType.valueOf("application/dicom+json");

    private final StowDestination destination;
    private volatile ResteasyClient client;
    private volatile boolean aborted;

    StowSession(StowDestination destination) {
        this.destination = destination;
    }

    @Override
    public void send(DeidentifiedObject object) throws IOException {
        String boundary = "part-" + UUID.randomUUID();
        MediaType type =
                new MediaType("multipart", "related", Map.of("type", "application/dicom", "boundary", boundary));
        StreamingOutput body = out -> write(object, boundary, out);
        String authorization = destination.authorization();
        Invocation.Builder request = destination.target(client()).request(DICOM_JSON);
        if (authorization != null) request.header("Authorization", authorization);
        try (Response response = request.post(Entity.entity(body, type))) {
            StowAnswer.check(destination.name(), object.sopInstanceUid(), response.getStatus(), json(response));
        } catch (ProcessingException e) {
            throw failure(e);
        }
    }

    private static byte[] json(Response response) throws IOException {
        if (!response.hasEntity()) return new byte[0];
        try (InputStream in = response.readEntity(InputStream.class)) {
            return in.readNBytes(StowAnswer.MAX_LENGTH);
        }
    }

    private static void write(DeidentifiedObject object, String boundary, OutputStream out) throws IOException {
        out.write(ascii("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n"));
        object.write(out);
        out.write(ascii("\r\n--" + boundary + "--\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private ResteasyClient client() throws IOException {
        ResteasyClient open = client;
        if (open == null && !aborted) open = client = destination.client();
        if (aborted) throw new IOException("the export was canceled");
        return open;
    }

    private IOException failure(ProcessingException e) {
        Throwable cause = e;
        while (!(cause instanceof IOException) && cause.getCause() != null) cause = cause.getCause();
        String reason = cause instanceof IOException io
                ? Reasons.of(io)
                : String.valueOf(cause.getMessage()).contains(MAX_FILE)
                        ? "the server's web client takes no object as big as this; set WildFly's system property "
                                + MAX_FILE + " to -1"
                        : cause.getClass().getSimpleName();
        String message = "web application " + destination.name() + " could not be sent to: " + reason;
        return cause instanceof ConnectException
                        || cause instanceof UnknownHostException
                        || cause instanceof NoRouteToHostException
                ? new UnreachableException(message)
                : new IOException(message);
    }

    /** Closing the client closes its connections under whoever uses them. */
    @Override
    public void abort() {
        aborted = true;
        close();
    }

    @Override
    public void close() {
        ResteasyClient open = client;
        client = null;
        if (open != null) open.close();
    }
}
