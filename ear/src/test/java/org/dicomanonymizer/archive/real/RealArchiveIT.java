// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dicomanonymizer.testing.Storescp;
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
    private static final String DICOM = "multipart/related;type=\"application/dicom\"";
    private static final String JSON = "application/dicom+json";

    /** Has a private group behind its pixels, which no coercion sees. */
    private static final String REFUSED = "dx-signed.dcm";

    @TempDir
    private static Path temp;

    private RealArchive archive;
    private TestConfiguration configuration;
    private StoredSamples samples;
    private Peer peer;
    private Storescp receiver;

    /** Of the samples that can be de-identified. */
    private final Set<String> studies = new TreeSet<>();

    private String refusedStudy;
    private Set<Identity> forwarded;

    @BeforeAll
    void storeOriginals() throws Exception {
        archive = new RealArchive();
        configuration = new TestConfiguration(archive);
        peer = new Peer(archive, AET);
        samples = new StoredSamples(archive, temp.resolve("originals"), Set.of(AET));
        for (Path sample : samples.files()) studies.add(Identity.of(sample).study());
        refusedStudy = Identity.of(samples.file(REFUSED)).study();
        studies.remove(refusedStudy);
        receiver = new Storescp(temp.resolve("received"), "--accept-all");
        configure();
        samples.remove(AET);
        samples.store(peer);
    }

    private void configure() throws Exception {
        configuration.entity(AET);
        configuration.receiver(RECEIVER, receiver.port());
        configuration.profile(PROFILE, RealArchive.required("archive.key"));
        configuration.profile(BROKEN, "there-is-no-such.key");
        configuration.rule(AET, "C_STORE_RQ", "SCP", PROFILE);
        configuration.rule(AET, "C_FIND_RSP", "SCU", PROFILE);
        configuration.rule(AET, "C_STORE_RQ", "SCU", PROFILE);
        archive.reload();
    }

    @AfterAll
    void removeAll() throws Exception {
        try (RealArchive closed = archive;
                Storescp stopped = receiver) {
            if (stopped == null) return;
            try {
                samples.remove(AET);
            } finally {
                closed.removeAll();
                closed.reload();
            }
        }
    }

    @Test
    @Order(1)
    void hasThePluginAndItsProfiles() throws Exception {
        HttpResponse<byte[]> status = archive.get("/anonymizer/status", "application/json");
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(new String(status.body(), StandardCharsets.UTF_8)).contains(PROFILE, BROKEN);
        assertThat(samples.originals().size()).isGreaterThan(100);
    }

    @Test
    @Order(2)
    void forwardsPseudonymsByStore() throws Exception {
        assertThat(forwarded()).hasSize(samples.files().size() - 1);
        for (Path file : receiver.received()) {
            // The receiver names files by the Affected SOP Instance UID of the command.
            assertThat(file.getFileName().toString())
                    .endsWith("." + Identity.of(file).object());
            assertNothingOf(Files.readAllBytes(file), file.toString());
        }
        Set<String> names = new HashSet<>();
        Set<String> patients = new HashSet<>();
        for (Path sample : samples.files())
            if (!sample.endsWith(REFUSED)) names.add(Identity.of(sample).patientId());
        for (Identity identity : forwarded()) patients.add(identity.patientId());
        assertThat(patients).doesNotContain("").hasSameSizeAs(names);
    }

    @Test
    @Order(3)
    void sendsTheSameByGet() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("got"));
        for (String study : studies) peer.get(AET, study, folder);
        Set<Identity> identities = new HashSet<>();
        for (Path file : Dcmtk.files(folder)) {
            assertNothingOf(Files.readAllBytes(file), file.toString());
            assertThat(file.getFileName().toString())
                    .endsWith("." + Identity.of(file).object());
            identities.add(Identity.of(file));
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
            for (byte[] part : Multipart.objects(response.body()))
                identities.add(Identity.of(Files.write(temp.resolve("part.dcm"), part)));
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
        Path sample = samples.file("mr.dcm");
        Path copy = Files.copy(sample, temp.resolve("received-mr.dcm"));
        StoredSamples.modify(copy, "-gst", "-gse", "-gin");
        Identity before = Identity.of(copy);
        peer.store(AET, copy);
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
        assertThat(samples.originals().in(file))
                .as("the stored file keeps originals")
                .isNotEmpty();
    }

    @Test
    @Order(9)
    void sendsNothingByABrokenProfile() throws Exception {
        configuration.useProfile(AET, "C_STORE_RQ", "SCP", BROKEN);
        configuration.useProfile(AET, "C_FIND_RSP", "SCU", BROKEN);
        archive.reload();
        String study = studies.iterator().next();
        assertNoObjectComesOf(study);
        assertRefused("/studies/" + study + "/metadata", JSON);
        assertRefused("/studies?StudyInstanceUID=" + study, JSON);
    }

    private void assertNoObjectComesOf(String study) throws Exception {
        int before = receiver.received().size();
        assertThat(peer.move(AET, RECEIVER, study).code()).isNotZero();
        assertThat(receiver.received()).hasSize(before);
        Path folder = Files.createDirectory(temp.resolve("got-nothing-" + study));
        peer.get(AET, study, folder);
        assertThat(Dcmtk.files(folder)).isEmpty();
        assertRefused("/studies/" + study, DICOM);
    }

    private void assertRefused(String path, String accept) throws Exception {
        HttpResponse<byte[]> response = archive.get("/aets/" + AET + "/rs" + path, accept);
        assertThat(response.statusCode()).isEqualTo(500);
        // The archive may repeat the UID that it was asked for.
        assertThat(samples.originals().in(response.body())).allMatch(from -> from.contains("InstanceUID of "));
    }

    private void assertNothingOf(byte[] bytes, String where) {
        assertThat(samples.originals().in(bytes)).as("originals in %s", where).isEmpty();
    }

    private Set<Identity> forwarded() throws Exception {
        if (forwarded == null) {
            for (String study : studies)
                assertThat(peer.move(AET, RECEIVER, study).code()).isZero();
            Set<Identity> identities = new HashSet<>();
            for (Path file : receiver.received()) identities.add(Identity.of(file));
            forwarded = identities;
        }
        return forwarded;
    }

    /** The pseudonym of an object's patient, by the only study of the sample. */
    private String pseudonymOf(Path sample) throws Exception {
        String study = Identity.of(sample).study();
        return identities(archive.get("/aets/" + AET + "/rs/studies/" + study + "/metadata", JSON))
                .iterator()
                .next()
                .patientId();
    }

    /** The objects of an answer in JSON, of which no byte may be an original's. */
    private Set<Identity> identities(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        String asked = answer.uri().toString();
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        assertNothingOf(text.getBytes(StandardCharsets.UTF_8), asked);
        Set<Identity> identities = new HashSet<>();
        for (JsonNode object : new ObjectMapper().readTree(text)) identities.add(Identity.of(object));
        return identities;
    }
}
