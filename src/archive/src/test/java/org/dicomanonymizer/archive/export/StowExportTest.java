// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dicomanonymizer.archivedouble.Doubles;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.testing.Orthanc;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies go to web applications by STOW-RS, over the client that the archive has. */
class StowExportTest {
    private static final Path SAMPLES = Path.of("../../docs/samples");
    private static final String PASSWORD = "changeit";
    private static final int ROWS = 0x00280010;
    private static final int COLUMNS = 0x00280011;

    @TempDir
    Path folder;

    private TestArchive archive;

    @BeforeEach
    void archive() throws IOException {
        archive = new TestArchive(folder);
        for (String name : List.of("ct", "mr", "us-rle", "pdf", "sc-deflated"))
            archive.add(SAMPLES.resolve(name + ".dcm"));
    }

    private WebApplication application(String url, String keycloakClient) {
        WebApplication application = new TestArchive.Application(url, keycloakClient);
        archive.applications.put("web", application);
        return application;
    }

    private Outcome export(String... properties) throws Exception {
        return archive.export("anonymized:stow:web", properties);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void every_object_arrives_whole_and_without_its_patient(String chunked) throws Exception {
        try (Orthanc orthanc = new Orthanc(folder.resolve("orthanc"))) {
            WebApplication application = application(orthanc.url(), null);
            application.getProperties().put("basic-auth", "site:secret");
            application.getProperties().put("concurrency", "2");
            application.getProperties().put("chunked", chunked);
            Outcome outcome = export("threads=3");
            assertThat(outcome.getDescription()).isEqualTo("completed:5 - de-identified by profile basic to stow:web");
            assertThat(archive.audit).containsExactly("begin to stow:web", "end 5/0");
            archive.export("anonymized:dir:" + folder.resolve("files"), "path={SOPInstanceUID}.dcm");
            List<String> received = instances(orthanc);
            assertThat(received).hasSize(5);
            for (String id : received) {
                Path file = folder.resolve(id + ".dcm");
                Files.write(file, orthanc.get("/instances/" + id + "/file"));
                assertThat(Program.run("dcmdump", "-q", file.toString()).exit()).isZero();
                assertThat(Files.readString(file, ISO_8859_1))
                        .isEqualTo(Files.readString(folder.resolve("files/" + uid(file) + ".dcm"), ISO_8859_1))
                        .doesNotContain("MSB-0031977", "NC-77120", "SEIDEL.1209", "Lindqvist");
            }
        }
    }

    /** More than what RESTEasy takes, by which the archive sends. */
    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void a_big_object_arrives_too(String chunked) throws Exception {
        int side = 5500;
        Path big = folder.resolve("big.dcm");
        try (DicomObject object = DicomReader.read(SAMPLES.resolve("ct.dcm"))) {
            for (int tag : new int[] {ROWS, COLUMNS}) object.dataSet().setString(tag, VR.US, Integer.toString(side));
            object.dataSet().setBytes(Tags.PIXEL_DATA, VR.OW, new byte[2 * side * side]);
            object.dataSet().setString(Tags.SOP_INSTANCE_UID, VR.UI, "1.2.3");
            DicomWriter.write(object, big, true);
        }
        archive.add(big);
        try (Orthanc orthanc = new Orthanc(folder.resolve("orthanc"))) {
            WebApplication application = application(orthanc.url(), null);
            application.getProperties().put("basic-auth", "site:secret");
            application.getProperties().put("chunked", chunked);
            assertThat(export().getDescription()).startsWith("completed:6 ");
            assertThat(instances(orthanc)).hasSize(6);
        }
    }

    private static List<String> instances(Orthanc orthanc) throws Exception {
        JsonArray ids = Json.createReader(new ByteArrayInputStream(orthanc.get("/instances")))
                .readArray();
        return ids.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static String uid(Path file) {
        String dump = Program.run("dcmdump", "-q", "+P", "SOPInstanceUID", file.toString())
                .output();
        return dump.substring(dump.indexOf('[') + 1, dump.indexOf(']'));
    }

    @Test
    void a_server_that_wants_another_password_takes_nothing() throws Exception {
        try (Orthanc orthanc = new Orthanc(folder.resolve("orthanc"))) {
            application(orthanc.url(), null).getProperties().put("basic-auth", "site:guess");
            Outcome outcome = export();
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
            assertThat(outcome.getDescription())
                    .contains("failed:5: web application web answered with HTTP status 401 (5x)");
            assertThat(instances(orthanc)).isEmpty();
        }
    }

    @Test
    void a_server_without_a_connection_is_an_error_of_the_configuration() {
        application(null, null);
        assertThatThrownBy(this::export).hasMessageContaining("web application web has no network connection");
    }

    /** A server that answers each request as told, and notes what it was told. */
    private static final class Server implements AutoCloseable {
        final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
        final Set<InetSocketAddress> clients = Collections.synchronizedSet(new HashSet<>());
        final List<String> types = Collections.synchronizedList(new ArrayList<>());
        private final HttpServer server;
        private final ExecutorService threads = Executors.newCachedThreadPool();

        Server(int status, String body, Consumer<Server> onRequest) throws IOException {
            this(HttpServer.create(), status, body, onRequest);
        }

        /** A server with the certificate of a key store. */
        Server(SSLContext tls) throws IOException {
            this(withTls(HttpsServer.create(), tls), 200, "", s -> {});
        }

        private static HttpServer withTls(HttpsServer server, SSLContext tls) {
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return server;
        }

        private Server(HttpServer server, int status, String body, Consumer<Server> onRequest) throws IOException {
            this.server = server;
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> {
                authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                clients.add(exchange.getRemoteAddress());
                types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                onRequest.accept(this);
                byte[] bytes = body.getBytes(ISO_8859_1);
                exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                if (bytes.length > 0) exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
        }

        String url() {
            String scheme = server instanceof HttpsServer ? "https://" : "http://";
            return scheme + "127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | '' | answered with HTTP status 200, but does not name the object as stored",
                "200 | no JSON | answered with HTTP status 200, but does not name the object as stored",
                "202 | {\"00081199\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]}}]}}"
                        + " | answered with HTTP status 202, but does not name the object as stored",
                "409 | '' | answered with HTTP status 409",
                "500 | <html>Smith^John</html> | answered with HTTP status 500"
            })
    void only_what_the_server_names_as_stored_counts(int status, String answer, String reason) throws Exception {
        try (Server server = new Server(status, answer, s -> {})) {
            application(server.url(), null);
            Outcome outcome = export();
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
            assertThat(outcome.getDescription())
                    .startsWith("completed:0, failed:5: web application web " + reason + " (5x) - ");
            assertThat(server.types)
                    .allMatch(type ->
                            type.startsWith("multipart/related;") && type.contains("type=\"application/dicom\""));
        }
    }

    @Test
    void each_request_is_authorized_by_the_token() throws Exception {
        try (Server server = new Server(200, "", s -> {})) {
            application(server.url(), "client");
            export();
            assertThat(server.authorizations).hasSize(5).containsOnly("Bearer secret");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ip:127.0.0.1, true, none, 5",
        "ip:127.0.0.1, false, none, 0",
        "ip:127.0.0.1, false, disable-trust-manager, 5",
        "dns:pacs.example, true, none, 0",
        "dns:pacs.example, true, allow-any-hostname, 5"
    })
    void only_a_server_that_the_archive_trusts_gets_anything(
            String name, boolean trusted, String property, int requests) throws Exception {
        KeyStore certificate = certificate(name);
        archive.tokens = Doubles.trusting(tls(null, trusted ? certificate : certificate("ip:127.0.0.1")));
        try (Server server = new Server(tls(certificate, null))) {
            application(server.url(), null).getProperties().put(property, "true");
            String outcome = export().getDescription();
            assertThat(server.types).hasSize(requests);
            assertThat(server.clients).hasSize(requests > 0 ? 1 : 0); // one connection for all objects
            if (requests == 0) assertThat(outcome).contains("failed:5: web application web could not be sent to: ");
        }
    }

    private KeyStore certificate(String name) throws Exception {
        Path file = Files.createTempDirectory(folder, "tls").resolve("server.p12");
        Program.Run made = Program.run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "server",
                "-dname",
                "CN=server",
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
        assertThat(made.exit()).as(made.output()).isZero();
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    /** With a certificate of its own, and with one that is trusted; null for none. */
    private static SSLContext tls(KeyStore own, KeyStore trusted) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, own == null ? null : PASSWORD.toCharArray());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        if (trusted != null) certificates.setCertificateEntry("server", trusted.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }

    @Test
    void without_a_token_nothing_is_sent() throws Exception {
        archive.tokens = Doubles.tokens(null, 1000);
        try (Server server = new Server(200, "", s -> {})) {
            application(server.url(), "client");
            Outcome outcome = export();
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
            assertThat(outcome.getDescription())
                    .contains(
                            "Keycloak client client of web application web gives no access token (IllegalStateException),"
                                    + " and nothing is sent without (5x)");
            assertThat(server.authorizations).isEmpty();
        }
    }

    @Test
    void a_server_that_is_down_fails_everything_at_once() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        application("http://127.0.0.1:" + port, null);
        Outcome outcome = export();
        assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
        assertThat(outcome.getDescription()).contains("failed:5: web application web could not be sent to: ", "(5x)");
    }

    /** One that takes the connection and hangs up in the middle. */
    @Test
    void a_server_that_hangs_up_is_given_up_after_three_times() throws Exception {
        int[] connections = new int[1];
        try (ServerSocket socket = new ServerSocket(0)) {
            Thread server = new Thread(() -> {
                try {
                    while (true) {
                        try (var connection = socket.accept()) {
                            connections[0]++;
                            connection.getInputStream().readNBytes(1000);
                        }
                    }
                } catch (IOException e) {
                    return; // the test is over
                }
            });
            server.start();
            application("http://127.0.0.1:" + socket.getLocalPort(), null);
            Outcome outcome = export("threads=1");
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
            assertThat(outcome.getDescription()).contains("completed:0, failed:5: ");
            assertThat(connections[0]).isEqualTo(3);
        }
    }

    @Test
    void an_export_that_waits_for_a_slow_server_can_be_canceled() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Server server = new Server(200, "", s -> {
            archive.cancel();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            application(server.url(), null);
            archive.tokens = Doubles.tokens("secret", 600_000);
            Outcome outcome = export();
            over.countDown();
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.CANCELED);
            assertThat(outcome.getDescription()).startsWith("completed:0, not sent:5 - ");
            assertThat(server.authorizations).hasSize(1);
        }
    }
}
