// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.archive.bundle.Bundle.Result;
import org.dicomanonymizer.archive.bundle.ExportServer.Outcome;
import org.dicomanonymizer.archive.real.Originals;
import org.dicomanonymizer.testing.FreePort;
import org.dicomanonymizer.testing.Orthanc;
import org.dicomanonymizer.testing.Program;
import org.dicomanonymizer.testing.Program.Run;
import org.dicomanonymizer.testing.Storescp;
import org.jboss.arquillian.container.test.api.ContainerController;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Studies leave an archive on a real WildFly for real receivers: the first test starts it, the last one stops it. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExportIT {
    private static final String SERVER = "wildfly";
    private static final String RELEASE = "5.35.1";
    private static final String STUDY = "1.2.3";
    private static final String PROFILE = "whole";
    private static final Path BASE = Path.of(System.getProperty("wildfly.base"));
    private static final Path SAMPLES = Path.of(System.getProperty("samples"));

    private static final Pattern INSTANCE = Pattern.compile("\"([0-9a-f-]+)\"");

    private final ExportServer server = new ExportServer(FreePorts.http(), BASE.resolve("data/storage"));

    @ArquillianResource
    private ContainerController controller;

    @ArquillianResource
    private Deployer deployer;

    @TempDir
    private Path temp;

    @Deployment(name = RELEASE, managed = false, testable = false)
    static EnterpriseArchive archive() {
        return ArchiveEar.of(RELEASE);
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        if (controller.isStarted(SERVER)) assertThat(server.traces()).isEmpty();
    }

    @Test
    @Order(1)
    void theArchiveStartsWithThePluginAndAProfile() throws Exception {
        Bundle.delete(BASE);
        Bundle.copy(Path.of(System.getProperty("wildfly.home"), "standalone"), BASE);
        Files.createDirectories(BASE.resolve("data/storage"));
        Files.writeString(BASE.resolve("configuration/project.key"), "a key for tests only, and long enough");
        controller.start(SERVER);
        deployer.deploy(RELEASE);
        Result installed = Bundle.shipped().on(FreePorts.management()).run("install");
        assertThat(installed.code()).as(installed.output()).isZero();
        Archive archive = new Archive(FreePorts.http());
        assertThat(archive.configure("""
                        {"dicomDeviceName": "dcm4chee-arc", "dcmDevice": {"danProfile": [
                          {"danProfileName": "%s", "danKeyFile": "project.key", "danVerify": true}]}}
                        """.formatted(PROFILE)).statusCode()).isEqualTo(200);
        server.store(STUDY, ExportServer.objects(SAMPLES));
    }

    @Test
    @Order(2)
    void aStudyGoesToAnotherAeAsAWhole() throws Exception {
        try (Storescp receiver = new Storescp(temp.resolve("in"), "+xa")) {
            server.entity(Storescp.AE, receiver.port());
            server.exporter("AE", "anonymized:dicom:" + Storescp.AE, "profile=" + PROFILE);
            Outcome outcome = server.export(STUDY, "exporter=AE&profile=" + PROFILE);
            assertThat(outcome.text()).contains("completed:" + samples().size());
            assertThat(outcome.status()).isEqualTo("COMPLETED");
            assertNothingOriginalIn(receiver.received());
            Map<String, Path> stored = byContent(samples());
            Map<String, Path> received = byContent(receiver.received());
            assertThat(received).as("transfer syntaxes, SOP classes and pixels").containsOnlyKeys(stored.keySet());
            received.forEach((content, file) -> assertThat(Program.newDciodvfyErrors(stored.get(content), file))
                    .as(content.lines().findFirst().orElseThrow())
                    .isEmpty());
        }
    }

    @Test
    @Order(3)
    void orthancTakesItByStowRs() throws Exception {
        try (Orthanc orthanc = new Orthanc(temp.resolve("orthanc"))) {
            server.application("orthanc", orthanc.url(), "basic-auth=site:secret");
            server.exporter("WEB", "anonymized:stow:orthanc", "profile=" + PROFILE);
            Outcome outcome = server.export(STUDY, "exporter=WEB");
            assertThat(outcome.status()).as(outcome.text()).isEqualTo("COMPLETED");
            assertNothingOriginalIn(instances(orthanc));
        }
    }

    @Test
    @Order(4)
    void orthancTakesItByStore() throws Exception {
        try (Orthanc orthanc = new Orthanc(temp.resolve("orthanc"))) {
            server.entity(Orthanc.AE, orthanc.dicomPort());
            server.exporter("PACS", "anonymized:dicom:" + Orthanc.AE, "profile=" + PROFILE);
            Outcome outcome = server.export(STUDY, "exporter=PACS");
            assertThat(outcome.status()).as(outcome.text()).isEqualTo("COMPLETED");
            assertNothingOriginalIn(instances(orthanc));
        }
    }

    @Test
    @Order(5)
    void aRequestSaysWhereTheStudyGoesIfItsSenderMay() throws Exception {
        server.exporter(
                "CHOICE", "anonymized:requested", "profile=" + PROFILE, "destinations=dicom:STORESCP", "roles=desk");
        try (Storescp receiver = new Storescp(temp.resolve("in"), "+xa")) {
            server.entity(Storescp.AE, receiver.port());
            String path = "/aets/DCM4CHEE/rs/studies/" + STUDY + "/anonymize?exporter=CHOICE&destination=dicom:";
            HttpResponse<String> refused = server.post(path + Storescp.AE, "ward");
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
            HttpResponse<String> elsewhere = server.post(path + "ELSEWHERE", "ward,desk");
            assertThat(elsewhere.statusCode()).as(elsewhere.body()).isEqualTo(400);
            assertThat(elsewhere.body()).contains("has to be one of these: dicom:STORESCP");
            assertThat(receiver.received()).isEmpty();
            Outcome outcome = server.export(STUDY, "destination=dicom:" + Storescp.AE);
            assertThat(outcome.text())
                    .contains("completed:" + samples().size(), " by profile " + PROFILE + " to dicom:STORESCP");
            assertNothingOriginalIn(receiver.received());
        }
    }

    @Test
    @Order(6)
    void aReceiverThatIsDownGetsAllAtTheNextTry() throws Exception {
        server.entity(Storescp.AE, FreePort.find());
        long task = server.anonymize(STUDY, "exporter=AE");
        Outcome down = server.await(task);
        assertThat(down.status()).as(down.text()).isEqualTo("FAILED");
        assertThat(down.text()).contains("failed:" + samples().size());
        try (Storescp receiver = new Storescp(temp.resolve("in"), "+xa")) {
            server.entity(Storescp.AE, receiver.port());
            assertThat(server.repeat(task).status()).isEqualTo("COMPLETED");
            List<Path> first = receiver.received();
            assertThat(first).hasSameSizeAs(samples());
            assertThat(server.repeat(task).status()).isEqualTo("COMPLETED");
            assertThat(receiver.received()).as("the same UIDs again").isEqualTo(first);
        }
    }

    @ParameterizedTest
    @Order(7)
    @ValueSource(strings = {"--refuse", "--abort-during"})
    void aReceiverThatDoesNotTakeThemIsTold(String behaviour) throws Exception {
        try (Storescp receiver = new Storescp(temp.resolve("in"), "+xa", behaviour)) {
            server.entity(Storescp.AE, receiver.port());
            Outcome outcome = server.export(STUDY, "exporter=AE");
            assertThat(outcome.status()).as(outcome.text()).isEqualTo("FAILED");
            assertThat(outcome.text()).contains("failed:" + samples().size()).doesNotContain("Doe");
        }
    }

    @Test
    @Order(8)
    void anExportToAReceiverThatDoesNotAnswerCanBeCanceled() throws Exception {
        try (Storescp receiver = new Storescp(temp.resolve("in"), "+xa", "--sleep-after", "600")) {
            server.entity(Storescp.AE, receiver.port());
            long task = server.anonymize(STUDY, "exporter=AE");
            while (receiver.received().isEmpty()) Thread.onSpinWait();
            server.cancel(task);
            assertThat(server.await(task).status()).isEqualTo("CANCELED");
        }
    }

    @Test
    @Order(9)
    void whatWouldBeDoneIsShownWithoutOriginalValues() throws Exception {
        HttpResponse<String> preview = server.studies(STUDY + "/anonymize/preview?profile=" + PROFILE);
        assertThat(preview.statusCode()).as(preview.body()).isEqualTo(200);
        assertThat(preview.body())
                .contains("\"values\":false", "\"keyword\":\"PatientName\"")
                .doesNotContain("Doe");
        HttpResponse<String> explanation =
                server.get("/anonymizer/profiles/" + PROFILE + "/explain?sopClass=CTImageStorage");
        assertThat(explanation.statusCode()).isEqualTo(200);
        assertThat(explanation.body()).contains("PatientName");
        assertThat(server.get("/anonymizer/profiles/" + PROFILE + "/conformance")
                        .body())
                .contains("Basic Application Confidentiality Profile");
        assertThat(server.get("/anonymizer/profiles").body()).contains("\"" + PROFILE + "\"");
    }

    @ParameterizedTest
    @Order(10)
    @CsvSource({
        "exporter=NONE,404",
        "exporter=AE&profile=none,400",
        "profile=whole,400",
    })
    void whatCanNotBeDoneIsRefusedBeforeThereIsATask(String parameters, int status) throws Exception {
        HttpResponse<String> answer = server.post("/aets/DCM4CHEE/rs/studies/1.2.3/anonymize?" + parameters);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"errorMessage\":\"").doesNotContain("taskID");
    }

    @Test
    @Order(11)
    void administratorsChangeProfilesInTheDirectory() throws Exception {
        try (Slapd slapd = Slapd.withConfigurationEntries(temp)) {
            Path password = Files.writeString(temp.resolve("password"), Slapd.PASSWORD);
            Bundle.shipped()
                    .ldapSchema(
                            "install",
                            "--url=" + slapd.url(),
                            "--bind=" + Slapd.ADMINISTRATOR,
                            "--password-file=" + password);
            slapd.addDevice();
            Archive archive = new Archive(FreePorts.http());
            archive.reload(slapd.url() + "/dc=test", Slapd.ADMINISTRATOR, Slapd.PASSWORD);
            String profile = "/anonymizer/profiles/teaching";
            String json = "{\"identity\": {\"key\": {\"file\": \"project.key\"}}, \"options\": [\"%s\"]}";
            HttpResponse<String> wrong = server.send("PUT", profile, json.formatted("CleanAnything"));
            assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
            assertThat(wrong.body()).contains("CleanAnything");
            assertThat(server.get(profile).statusCode()).isEqualTo(404);
            HttpResponse<String> stored = server.send("PUT", profile, json.formatted("CleanDescriptors"));
            assertThat(stored.statusCode()).as(stored.body()).isBetween(200, 204);
            assertThat(server.get(profile).body()).contains("CleanDescriptors");
            assertThat(archive.reload(slapd.url() + "/dc=test").statusCode()).isEqualTo(200);
            assertThat(server.get(profile).body()).as("as the directory has it").contains("CleanDescriptors");
            archive.reload(slapd.url() + "/dc=test", Slapd.ADMINISTRATOR, Slapd.PASSWORD);
            assertThat(server.send("DELETE", profile, "").statusCode()).isBetween(200, 204);
            assertThat(server.get(profile).statusCode()).isEqualTo(404);
        }
    }

    @Test
    @Order(12)
    void theServerStops() {
        deployer.undeploy(RELEASE);
        controller.stop(SERVER);
        assertThat(controller.isStarted(SERVER)).isFalse();
    }

    private List<Path> instances(Orthanc orthanc) throws Exception {
        List<Path> files = new ArrayList<>();
        Matcher id = INSTANCE.matcher(new String(orthanc.get("/instances"), StandardCharsets.UTF_8));
        while (id.find())
            files.add(Files.write(temp.resolve(id.group(1)), orthanc.get("/instances/" + id.group(1) + "/file")));
        assertThat(files).hasSameSizeAs(samples());
        return files;
    }

    private static List<Path> samples() throws IOException {
        return ExportServer.objects(SAMPLES);
    }

    /** Objects by transfer syntax, SOP class and pixel data, as dcmdump tells them. */
    private static Map<String, Path> byContent(List<Path> files) {
        Map<String, Path> objects = new HashMap<>();
        for (Path file : files) {
            Run dump = Program.run(
                    "dcmdump", "-q", "+L", "+P", "0002,0010", "+P", "0008,0016", "+P", "7fe0,0010", file.toString());
            assertThat(dump.exit()).as(dump.output()).isZero();
            objects.put(dump.output(), file);
        }
        return objects;
    }

    private static void assertNothingOriginalIn(List<Path> files) throws IOException, InterruptedException {
        Originals originals = new Originals(samples());
        assertThat(originals.size()).isGreaterThan(100);
        for (Path file : files)
            assertThat(originals.in(Files.readAllBytes(file)))
                    .as(file.toString())
                    .isEmpty();
    }
}
