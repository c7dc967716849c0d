// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.unboundid.ldap.sdk.Attribute;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dicomanonymizer.archive.real.Dcmtk.Element;
import org.dicomanonymizer.archive.real.Dcmtk.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples through a running archive that has the plugin, by every channel of the coercion: nothing of the originals may
 * be in any byte that comes out. All that it adds to the archive is removed at the end.
 */
@Tag("real-archive")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealArchiveIT {
    private static final String AET = "DANTEST";
    private static final String RECEIVER = "DANTESTSCP";
    private static final String PROFILE = "dan-test";
    private static final String BROKEN = "dan-broken";
    private static final String ISSUER = "DANTEST";
    private static final String DICOM = "multipart/related;type=\"application/dicom\"";
    private static final String JSON = "application/dicom+json";

    /** Has a private group behind its pixels, which no coercion sees. */
    private static final String REFUSED = "dx-signed.dcm";

    private Path temp;

    private final List<Path> samples = new ArrayList<>();
    private final Set<String> studies = new TreeSet<>();
    private String refusedStudy;
    private Originals originals;
    private RealArchive archive;
    private Storescp receiver;
    private Set<Identity> forwarded;

    /** What tells one object from another. */
    record Identity(String patientId, String patientName, String study, String series, String object) {}

    @BeforeAll
    void storeOriginals(@TempDir Path shared) throws Exception {
        temp = shared;
        archive = new RealArchive();
        Path folder = Files.createDirectory(temp.resolve("originals"));
        for (Path sample : Dcmtk.files(Path.of(System.getProperty("samples")))) {
            if (!sample.toString().endsWith(".dcm")) continue;
            // An issuer of their own: no patient of the archive can be meant.
            Path copy = Files.copy(sample, folder.resolve(sample.getFileName()));
            run("dcmodify", "-nb", "-i", "IssuerOfPatientID=" + ISSUER, copy.toString());
            samples.add(copy);
            String study = identity(copy).study();
            if (copy.endsWith(REFUSED)) refusedStudy = study;
            else studies.add(study);
        }
        originals = new Originals(samples, ISSUER);
        for (String study : all())
            assertThat(archive.get("/aets/" + archive.aet + "/rs/studies?StudyInstanceUID=" + study, JSON)
                            .statusCode())
                    .as("the archive must not hold study %s of the samples", study)
                    .isEqualTo(204);
        receiver = new Storescp(temp.resolve("received"), RECEIVER);
        configure();
        for (Path sample : samples) store(archive.aet, sample);
    }

    private void configure() throws Exception {
        removeConfiguration();
        String device = archive.device;
        archive.copyEntity(archive.aet, AET, new Attribute("dcmAllowDeleteStudyPermanently", "ALWAYS"));
        archive.add(
                "dn: dcmWebAppName=" + AET + "," + device,
                "objectClass: dcmWebApp",
                "dcmWebAppName: " + AET,
                "dicomAETitle: " + AET,
                "dcmWebServicePath: /dcm4chee-arc/aets/" + AET + "/rs",
                "dcmWebServiceClass: WADO_RS",
                "dcmWebServiceClass: QIDO_RS",
                "dcmWebServiceClass: DCM4CHEE_ARC_AET");
        profile(PROFILE, RealArchive.required("archive.key"));
        // The Basic Profile of PS3.15 says nothing about this one, which names a physician in a sample.
        archive.add(
                "dn: danRuleName=content,danProfileName=" + PROFILE + "," + archive.device,
                "objectClass: danRule",
                "danRuleName: content",
                "danOrder: 10",
                "danTag: **.ContentDescription",
                "danAction: empty");
        profile(BROKEN, "there-is-no-such.key");
        rule("C_STORE_RQ", "SCP");
        rule("C_FIND_RSP", "SCU");
        rule("C_STORE_RQ", "SCU");
        String title = "dicomAETitle=" + RECEIVER;
        archive.add(
                "dn: " + title + ",cn=Unique AE Titles Registry," + archive.root,
                "objectClass: dicomUniqueAETitle",
                title.replace("=", ": "));
        String place = "dicomDeviceName=" + RECEIVER + ",cn=Devices," + archive.root;
        archive.add("dn: " + place, "objectClass: dicomDevice", "dicomDeviceName: " + RECEIVER, "dicomInstalled: TRUE");
        archive.add(
                "dn: cn=dicom," + place,
                "objectClass: dicomNetworkConnection",
                "cn: dicom",
                "dicomHostname: " + RealArchive.setting("archive.receiver").orElse("127.0.0.1"),
                "dicomPort: " + receiver.port);
        archive.add(
                "dn: " + title + "," + place,
                "objectClass: dicomNetworkAE",
                title.replace("=", ": "),
                "dicomAssociationInitiator: TRUE",
                "dicomAssociationAcceptor: TRUE",
                "dicomNetworkConnectionReference: cn=dicom," + place);
        archive.reload();
    }

    private void profile(String name, String key) throws Exception {
        archive.add(
                "dn: danProfileName=" + name + "," + archive.device,
                "objectClass: danProfile",
                "danProfileName: " + name,
                "danKeyFile: " + key,
                "danVerify: TRUE");
    }

    private void rule(String dimse, String role) throws Exception {
        archive.add(
                "dn: " + entry(dimse, role),
                "objectClass: dcmArchiveAttributeCoercion2",
                "cn: " + dimse + " " + role,
                "dcmDIMSE: " + dimse,
                "dicomTransferRole: " + role,
                "dcmURI: anonymize:" + PROFILE,
                "dcmRulePriority: 100");
    }

    private String entry(String dimse, String role) {
        return "cn=" + dimse + " " + role + ",dicomAETitle=" + AET + "," + archive.device;
    }

    @AfterAll
    void removeAll() throws Exception {
        try (RealArchive closed = archive;
                Storescp stopped = receiver) {
            if (closed == null || stopped == null) return;
            Set<String> stored = all();
            // What was received by a rule has new UIDs.
            if (forwarded != null) for (Identity identity : forwarded) stored.addAll(studiesOf(identity.patientId()));
            for (String study : stored) closed.send("DELETE", "/aets/" + AET + "/rs/studies/" + study, "*/*");
            removePatients();
            removeConfiguration();
            closed.reload();
            for (String study : stored)
                assertThat(closed.get("/aets/" + closed.aet + "/rs/studies?StudyInstanceUID=" + study, JSON)
                                .statusCode())
                        .as("study %s is removed", study)
                        .isEqualTo(204);
        }
    }

    private Set<String> studiesOf(String patient) throws Exception {
        String id = URLEncoder.encode(patient, StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = archive.get("/aets/" + archive.aet + "/rs/studies?PatientID=" + id, JSON);
        Set<String> found = new TreeSet<>();
        if (answer.statusCode() == 200)
            for (JsonNode study : new ObjectMapper().readTree(answer.body()))
                found.add(study.at("/0020000D/Value/0").asText());
        return found;
    }

    private void removePatients() throws Exception {
        Set<String> patients = new TreeSet<>();
        if (forwarded != null) for (Identity identity : forwarded) patients.add(identity.patientId());
        String rs = "/aets/" + archive.aet + "/rs/patients";
        HttpResponse<byte[]> answer = archive.get(rs + "?IssuerOfPatientID=" + ISSUER, JSON);
        if (answer.statusCode() == 200)
            for (JsonNode patient : new ObjectMapper().readTree(answer.body()))
                patients.add(patient.at("/00100020/Value/0").asText() + "^^^" + ISSUER);
        for (String patient : patients)
            archive.send("DELETE", rs + "/" + URLEncoder.encode(patient, StandardCharsets.UTF_8), "*/*");
        assertThat(archive.get(rs + "?IssuerOfPatientID=" + ISSUER, JSON).statusCode())
                .as("no patient is left")
                .isEqualTo(204);
    }

    private void removeConfiguration() throws Exception {
        archive.remove("dcmWebAppName=" + AET + "," + archive.device);
        archive.remove("dicomAETitle=" + AET + "," + archive.device);
        archive.remove("danProfileName=" + PROFILE + "," + archive.device);
        archive.remove("danProfileName=" + BROKEN + "," + archive.device);
        archive.remove("dicomDeviceName=" + RECEIVER + ",cn=Devices," + archive.root);
        archive.remove("dicomAETitle=" + RECEIVER + ",cn=Unique AE Titles Registry," + archive.root);
    }

    @Test
    @Order(1)
    void hasThePluginAndItsProfiles() throws Exception {
        HttpResponse<byte[]> status = archive.get("/anonymizer/status", "application/json");
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(new String(status.body(), StandardCharsets.UTF_8)).contains(PROFILE, BROKEN);
        assertThat(originals.size()).isGreaterThan(100);
    }

    @Test
    @Order(2)
    void forwardsPseudonymsByStore() throws Exception {
        assertThat(forwarded()).hasSize(samples.size() - 1);
        for (Path file : receiver.received()) {
            // The receiver names files by the Affected SOP Instance UID of the command.
            assertThat(file.getFileName().toString())
                    .endsWith("." + identity(file).object());
            assertNothingOf(Files.readAllBytes(file), file.toString());
        }
        Set<String> names = new HashSet<>();
        Set<String> patients = new HashSet<>();
        for (Path sample : samples)
            if (!sample.endsWith(REFUSED)) names.add(identity(sample).patientId());
        for (Identity identity : forwarded()) patients.add(identity.patientId());
        assertThat(patients).doesNotContain("").hasSameSizeAs(names);
    }

    @Test
    @Order(3)
    void sendsTheSameByGet() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("got"));
        for (String study : studies) retrieve(study, folder);
        Set<Identity> identities = new HashSet<>();
        for (Path file : Dcmtk.files(folder)) {
            assertNothingOf(Files.readAllBytes(file), file.toString());
            assertThat(file.getFileName().toString())
                    .endsWith("." + identity(file).object());
            identities.add(identity(file));
        }
        assertThat(identities).isEqualTo(forwarded());
    }

    @Test
    @Order(4)
    void sendsTheSameByWadoRs() throws Exception {
        Set<Identity> identities = new HashSet<>();
        for (String study : studies) {
            HttpResponse<byte[]> response = archive.get("/aets/" + AET + "/rs/studies/" + study, DICOM);
            assertThat(response.statusCode()).isEqualTo(200);
            assertNothingOf(response.body(), "WADO-RS");
            for (byte[] part : parts(response)) identities.add(identity(Files.write(temp.resolve("part.dcm"), part)));
        }
        assertThat(identities).isEqualTo(forwarded());
    }

    @Test
    @Order(5)
    void sendsTheSameAsMetadata() throws Exception {
        Set<Identity> identities = new HashSet<>();
        for (String study : studies)
            identities.addAll(identities(archive.get("/aets/" + AET + "/rs/studies/" + study + "/metadata", JSON)));
        assertThat(identities).isEqualTo(forwarded());
    }

    @Test
    @Order(6)
    void answersQueriesByTheSame() throws Exception {
        Set<Identity> identities = new HashSet<>();
        for (String study : studies)
            identities.addAll(identities(
                    archive.get("/aets/" + AET + "/rs/instances?includefield=all&StudyInstanceUID=" + study, JSON)));
        assertThat(identities).isEqualTo(forwarded());
    }

    @Test
    @Order(7)
    void refusesWhatLiesBehindPixels() throws Exception {
        assertNoObjectComesOf(refusedStudy);
        // Metadata do not have what lies there.
        assertThat(identities(archive.get("/aets/" + AET + "/rs/studies/" + refusedStudy + "/metadata", JSON)))
                .hasSize(1);
    }

    @Test
    @Order(8)
    void changesTheRecordOnlyOnReceipt() throws Exception {
        Path sample = samples.stream()
                .filter(file -> file.endsWith("mr.dcm"))
                .findFirst()
                .orElseThrow();
        Path copy = Files.copy(sample, temp.resolve("received-mr.dcm"));
        run("dcmodify", "-nb", "-gst", "-gse", "-gin", copy.toString());
        Identity before = identity(copy);
        store(AET, copy);
        String pseudonym = pseudonymOf(sample);
        HttpResponse<byte[]> answer =
                archive.get("/aets/" + archive.aet + "/rs/instances?includefield=all&PatientID=" + pseudonym, JSON);
        Set<Identity> records = identities(answer);
        assertThat(records).hasSize(1);
        Identity record = records.iterator().next();
        assertThat(record.patientName()).doesNotContain(before.patientName());
        assertThat(List.of(record.study(), record.object())).doesNotContain(before.study(), before.object());
        byte[] file = archive.get("/aets/" + archive.aet + "/rs/studies/" + record.study(), DICOM)
                .body();
        assertThat(originals.in(file)).as("the stored file keeps originals").isNotEmpty();
    }

    @Test
    @Order(9)
    void sendsNothingByABrokenProfile() throws Exception {
        archive.set(entry("C_STORE_RQ", "SCP"), "dcmURI", "anonymize:" + BROKEN);
        archive.set(entry("C_FIND_RSP", "SCU"), "dcmURI", "anonymize:" + BROKEN);
        archive.reload();
        String study = studies.iterator().next();
        assertNoObjectComesOf(study);
        assertRefused("/studies/" + study + "/metadata", JSON);
        assertRefused("/studies?StudyInstanceUID=" + study, JSON);
    }

    private void assertNoObjectComesOf(String study) throws Exception {
        int before = receiver.received().size();
        assertThat(move(study).code()).isNotZero();
        assertThat(receiver.received()).hasSize(before);
        Path folder = Files.createDirectory(temp.resolve("got-nothing-" + study));
        retrieve(study, folder);
        assertThat(Dcmtk.files(folder)).isEmpty();
        assertRefused("/studies/" + study, DICOM);
    }

    private void assertRefused(String path, String accept) throws Exception {
        HttpResponse<byte[]> response = archive.get("/aets/" + AET + "/rs" + path, accept);
        assertThat(response.statusCode()).isEqualTo(500);
        // The archive may repeat the UID that it was asked for.
        assertThat(originals.in(response.body())).allMatch(from -> from.contains("InstanceUID of "));
    }

    private void assertNothingOf(byte[] bytes, String where) {
        assertThat(originals.in(bytes)).as("originals in %s", where).isEmpty();
    }

    private Set<Identity> forwarded() throws Exception {
        if (forwarded == null) {
            for (String study : studies) assertThat(move(study).code()).isZero();
            Set<Identity> identities = new HashSet<>();
            for (Path file : receiver.received()) identities.add(identity(file));
            forwarded = identities;
        }
        return forwarded;
    }

    /** The pseudonym of an object's patient, by the only study of the sample. */
    private String pseudonymOf(Path sample) throws Exception {
        String study = identity(sample).study();
        return identities(archive.get("/aets/" + AET + "/rs/studies/" + study + "/metadata", JSON))
                .iterator()
                .next()
                .patientId();
    }

    private Set<String> all() {
        Set<String> all = new TreeSet<>(studies);
        if (refusedStudy != null) all.add(refusedStudy);
        return all;
    }

    private void store(String title, Path file) throws Exception {
        String name = file.getFileName().toString();
        String syntax = name.startsWith("us-rle") ? "-xr" : name.contains("deflated") ? "-xd" : "-x=";
        run("storescu", syntax, "-aec", title, archive.host, "" + archive.port, file.toString());
    }

    private Result move(String study) throws Exception {
        return Dcmtk.run(
                "movescu",
                "-S",
                "-aec",
                AET,
                "-aem",
                RECEIVER,
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                "StudyInstanceUID=" + study,
                archive.host,
                "" + archive.port);
    }

    private void retrieve(String study, Path folder) throws Exception {
        Dcmtk.run(
                "getscu",
                "-S",
                "-aec",
                AET,
                "-od",
                folder.toString(),
                "-k",
                "QueryRetrieveLevel=STUDY",
                "-k",
                "StudyInstanceUID=" + study,
                archive.host,
                "" + archive.port);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Result result = Dcmtk.run(command);
        assertThat(result.code())
                .as("%s: %s", List.of(command), result.output())
                .isZero();
    }

    private static List<byte[]> parts(HttpResponse<byte[]> response) {
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        String boundary = type.replaceAll(".*boundary=\"?([^\";]+).*", "$1");
        List<byte[]> parts = new ArrayList<>();
        for (String part :
                new String(response.body(), StandardCharsets.ISO_8859_1).split("(\r\n)?--" + Pattern.quote(boundary)))
            if (part.contains("DICM"))
                parts.add(part.substring(part.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1));
        return parts;
    }

    private static Identity identity(Path file) throws IOException, InterruptedException {
        List<Element> elements = Dcmtk.dump(file, StandardCharsets.ISO_8859_1);
        return new Identity(
                value(elements, "PatientID"),
                value(elements, "PatientName"),
                value(elements, "StudyInstanceUID"),
                value(elements, "SeriesInstanceUID"),
                value(elements, "SOPInstanceUID"));
    }

    private static String value(List<Element> elements, String keyword) {
        return elements.stream()
                .filter(element -> !element.nested() && element.keyword().equals(keyword))
                .map(Element::value)
                .findFirst()
                .orElse("");
    }

    /** The objects of an answer in JSON, of which no byte may be an original's. */
    private Set<Identity> identities(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        String asked = answer.uri().toString();
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertNothingOf(text.getBytes(StandardCharsets.UTF_8), asked);
        Set<Identity> identities = new HashSet<>();
        for (JsonNode object : new ObjectMapper().readTree(text))
            identities.add(new Identity(
                    object.at("/00100020/Value/0").asText(),
                    object.at("/00100010/Value/0/Alphabetic").asText(),
                    object.at("/0020000D/Value/0").asText(),
                    object.at("/0020000E/Value/0").asText(),
                    object.at("/00080018/Value/0").asText()));
        return identities;
    }
}
