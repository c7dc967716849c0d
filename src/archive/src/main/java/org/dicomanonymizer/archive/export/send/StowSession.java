// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Posts one object with each request; the part says no transfer syntax, which some servers do not understand. */
final class StowSession implements Session {
    private static final int CHUNK = 1 << 16;

    private final StowDestination destination;
    private volatile HttpURLConnection connection;
    private volatile boolean aborted;

    StowSession(StowDestination destination) {
        this.destination = destination;
    }

    @Override
    public void send(DeidentifiedObject object) throws IOException {
        Body body = new Body(object);
        HttpURLConnection request = destination.connections().open();
        request.setRequestMethod("POST");
        request.setDoOutput(true);
        request.setRequestProperty("Content-Type", body.type());
        request.setRequestProperty("Accept", "application/dicom+json");
        String authorization = destination.authorization();
        if (authorization != null) request.setRequestProperty("Authorization", authorization);
        // In either way it is sent while it is written, and never twice.
        if (destination.isChunked()) request.setChunkedStreamingMode(CHUNK);
        else request.setFixedLengthStreamingMode(body.length());
        connection = request;
        int status;
        byte[] answer;
        try {
            try (OutputStream out = request.getOutputStream()) {
                checkNotAborted();
                body.write(out);
            }
            status = request.getResponseCode();
            answer = answer(request, status);
        } catch (IOException e) {
            request.disconnect();
            throw failure(e);
        } finally {
            connection = null;
        }
        StowAnswer.check(destination.name(), object.sopInstanceUid(), status, answer);
    }

    /** One that is read to its end leaves the connection to the next object. */
    private static byte[] answer(HttpURLConnection request, int status) throws IOException {
        try (InputStream in = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            return in == null ? new byte[0] : in.readNBytes(StowAnswer.MAX_LENGTH);
        }
    }

    private void checkNotAborted() throws IOException {
        if (aborted) throw new IOException("the export was canceled");
    }

    private IOException failure(IOException e) {
        String message = "web application " + destination.name() + " could not be sent to: " + Reasons.of(e);
        return e instanceof ConnectException || e instanceof UnknownHostException || e instanceof NoRouteToHostException
                ? new UnreachableException(message)
                : new IOException(message);
    }

    @Override
    public void abort() {
        aborted = true;
        close();
    }

    /** Closes the connection under whoever uses it. */
    @Override
    public void close() {
        HttpURLConnection open = connection;
        if (open != null) open.disconnect();
    }

    /** A multipart body with one object (PS3.18 section 8.6.1.2.1). */
    private static final class Body {
        private final DeidentifiedObject object;
        private final String boundary = "part-" + UUID.randomUUID();

        Body(DeidentifiedObject object) {
            this.object = object;
        }

        String type() {
            return "multipart/related; type=\"application/dicom\"; boundary=" + boundary;
        }

        void write(OutputStream out) throws IOException {
            out.write(ascii("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n"));
            object.write(out);
            out.write(ascii("\r\n--" + boundary + "--\r\n"));
        }

        /** In bytes, found by writing it to nowhere: an object of any size is never held. */
        long length() throws IOException {
            Count count = new Count();
            write(count);
            return count.bytes;
        }

        private static byte[] ascii(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static final class Count extends FilterOutputStream {
        private long bytes;

        Count() {
            super(OutputStream.nullOutputStream());
        }

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] written, int from, int length) {
            bytes += length;
        }
    }
}
