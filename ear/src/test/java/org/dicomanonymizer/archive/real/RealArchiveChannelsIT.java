// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.dicomanonymizer.archive.real.Dcmtk.Result;
import org.dicomanonymizer.testing.Storescp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All other ways out of a running archive that has the plugin: what goes by them is de-identified or refused, and one object that
 * is refused does not keep others back. All that this adds to the archive is removed at the end.
 */
@Tag("real-archive")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealArchiveChannelsIT {
    private static final String AET = "DANCHANNELS";
    private static final String RECEIVER = "DANCHANNELSSCP";
    private static final String PROFILE = "dan-channels";
    private static final String JSON = "application/dicom+json";
    private static final int OBJECTS = 12;

    @TempDir
    private static Path temp;

    private RealArchive archive;
    private StoredSamples samples;
    private Peer peer;
    private Storescp storescp;
    private StowReceiver stow;

    /** Of objects that can be de-identified but for one, in whose pixels there is an overlay. */
    private String study;

    @BeforeAll
    void storeOriginals() throws Exception {
        archive = new RealArchive();
        peer = new Peer(archive, AET);
        samples = new StoredSamples(archive, temp.resolve("originals"), Set.of(AET));
        storescp = new Storescp(temp.resolve("received"), "--accept-all");
        stow = new StowReceiver(temp.resolve("stow"));
        configure();
        samples.remove(AET);
        samples.store(peer);
        Path object = Files.copy(samples.file("mr.dcm"), temp.resolve("mr-0.dcm"));
        StoredSamples.modify(object, "-gst", "-gse");
        study = Identity.of(object).study();
        for (int i = 1; i <= OBJECTS; i++) {
            object = Files.copy(object, temp.resolve("mr-" + i + ".dcm"));
            StoredSamples.modify(object, "-gin");
            Path stored = i == OBJECTS / 2 ? withOverlayInPixels(object) : object;
            peer.store(archive.aet, stored);
        }
    }

    private static Path withOverlayInPixels(Path object) throws Exception {
        Path copy = Files.copy(object, temp.resolve("overlay.dcm"));
        StoredSamples.modify(copy, "-i", "(6000,0100)=16", "-i", "(6000,0102)=15");
        return copy;
    }

    private void configure() throws Exception {
        TestConfiguration configuration = new TestConfiguration(archive);
        configuration.entity(AET);
        configuration.webApplication(AET + "-MORE", AET, "rs", "MWL_RS", "UPS_RS", "MPPS_RS", "QIDO_COUNT");
        configuration.webApplication(AET + "-WADO", AET, "wado", "WADO_URI");
        configuration.webApplication(AET + "-FHIR", AET, "fhir", "FHIR");
        configuration.profile(PROFILE, RealArchive.required("archive.key"));
        configuration.rule(AET, "C_STORE_RQ", "SCP", PROFILE);
        configuration.rule(AET, "C_FIND_RSP", "SCU", PROFILE);
        configuration.receiver(RECEIVER, storescp.port());
        configuration.stowReceiver(RECEIVER + "-STOW", stow.port());
        configuration.exporter(AET + "-DICOM", "dicom:" + RECEIVER, AET, "Export");
        configuration.exporter(AET + "-STOW", "stow:" + RECEIVER + "-STOW", AET, "Export");
        archive.reload();
    }

    @AfterAll
    void removeAll() throws Exception {
        try (RealArchive closed = archive;
                Storescp stoppedStorescp = storescp;
                StowReceiver stoppedStow = stow) {
            if (stoppedStow == null) return;
            try {
                samples.remove(AET);
            } finally {
                closed.removeAll();
                closed.reload();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frames/1",
                "frames/1/rendered",
                "rendered",
                "thumbnail",
                "pixeldata",
                "bulkdata",
                "bulkdata/7FE00010"
            })
    void whatIsMadeOfPixelsIsRefused(String what) throws Exception {
        String path = path(samples.file("ct.dcm")) + "/" + what;
        assertThat(archive.get(rs(archive.aet) + path, "*/*").statusCode())
                .as("served by another entity")
                .isEqualTo(200);
        assertRefused(archive.get(rs(AET) + path, "*/*"), 500, "by themselves can't be de-identified");
    }

    @ParameterizedTest
    @CsvSource({"ct.dcm,image/jpeg", "pdf.dcm,application/pdf", "report.dcm,text/html"})
    void otherFormsThanDicomAreRefused(String sample, String type) throws Exception {
        String query = "/aets/%s/wado" + wado(samples.file(sample)) + "&contentType=" + type;
        assertThat(archive.get(query.formatted(archive.aet), "*/*").statusCode())
                .as("served by another entity")
                .isEqualTo(200);
        HttpResponse<byte[]> answer = archive.get(query.formatted(AET), "*/*");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertNothingOf(answer.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/rs/patients",
                "/rs/patients/count",
                "/rs/mwlitems",
                "/rs/mpps",
                "/rs/workitems",
                "/rs/workitems/1.2.3",
                "/fhir/Patient"
            })
    void whatNoCoercionSeesIsRefused(String path) throws Exception {
        assertRefused(archive.get("/aets/" + AET + path, "*/*"), 403, "originals that no coercion sees");
    }

    @Test
    void aDicomdirIsRefusedAndOtherZipsAreNot() throws Exception {
        String uid = Identity.of(samples.file("ct.dcm")).study();
        String path = rs(AET) + "/studies/" + uid + "?accept=application/zip";
        assertRefused(archive.get(path + "&dicomdir=true", "*/*"), 403, "DICOMDIR");
        HttpResponse<byte[]> answer = archive.get(path, "*/*");
        assertThat(answer.statusCode()).isEqualTo(200);
        int objects = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertNothingOf(entry.getName().getBytes(StandardCharsets.UTF_8));
                if (entry.isDirectory()) continue;
                assertNothingOf(zip.readAllBytes());
                objects++;
            }
        }
        int stored = 0;
        for (Path sample : samples.files()) if (Identity.of(sample).study().equals(uid)) stored++;
        assertThat(objects).isEqualTo(stored);
    }

    @Test
    void wadoUriSendsPseudonyms() throws Exception {
        HttpResponse<byte[]> answer = archive.get(
                "/aets/" + AET + "/wado" + wado(samples.file("ct.dcm")) + "&contentType=application/dicom", "*/*");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertNothingOf(answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"studies", "series", "instances", "studies/%s/series", "studies/%s/instances"})
    void everyFormOfAnswersHoldsPseudonyms(String level) throws Exception {
        for (Path sample : List.of(samples.file("ct.dcm"), samples.file("cr-japanese.dcm"))) {
            String uid = Identity.of(sample).study();
            String query = rs(AET) + "/" + level.formatted(uid) + "?includefield=all&StudyInstanceUID=" + uid;
            for (String form : List.of(JSON, "multipart/related;type=\"application/dicom+xml\"", "text/csv")) {
                HttpResponse<byte[]> answer = archive.get(query, form);
                assertThat(answer.statusCode()).as(query).isEqualTo(200);
                assertNothingOf(answer.body());
            }
        }
    }

    @Test
    void oneRefusedObjectKeepsNoOtherBackInGetAndMove() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("got"));
        assertOneFailed(peer.get(AET, study, folder));
        assertPseudonyms(Dcmtk.files(folder));
        Set<Path> before = new HashSet<>(storescp.received());
        assertOneFailed(peer.move(AET, RECEIVER, study));
        List<Path> moved = new ArrayList<>(storescp.received());
        // The same UIDs: nothing new if an exporter was there before.
        assertThat(before).isSubsetOf(moved);
        assertPseudonyms(moved);
    }

    @Test
    void oneRefusedObjectKeepsNoOtherBackInExports() throws Exception {
        assertThat(export("DICOM")).endsWith("completed:11, failed:1");
        assertPseudonyms(storescp.received());
        assertThat(export("STOW")).endsWith("completed:11, failed:1");
        assertPseudonyms(stow.received());
    }

    /** The outcome of an export. */
    private String export(String exporter) throws Exception {
        String path = rs(AET) + "/studies/" + study + "/export/" + AET + "-" + exporter;
        return new Exports(archive).run(path).text();
    }

    private void assertPseudonyms(List<Path> files) throws Exception {
        Set<Identity> identities = new HashSet<>();
        for (Path file : files) {
            assertNothingOf(Files.readAllBytes(file));
            identities.add(Identity.of(file));
        }
        assertThat(identities).hasSize(OBJECTS - 1);
        assertThat(identities.stream().map(Identity::study).distinct()).hasSize(1);
    }

    private static void assertOneFailed(Result result) {
        assertThat(result.output()).contains("Warning: SubOperationsCompleteOneOrMoreFailures");
    }

    private void assertRefused(HttpResponse<byte[]> answer, int status, String reason) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("anonymize:" + PROFILE, reason);
        assertNothingOf(answer.body());
    }

    private void assertNothingOf(byte[] bytes) {
        assertThat(samples.originals().in(bytes)).isEmpty();
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain(study);
    }

    private static String rs(String aet) {
        return "/aets/" + aet + "/rs";
    }

    private static String path(Path file) throws IOException, InterruptedException {
        Identity object = Identity.of(file);
        return "/studies/" + object.study() + "/series/" + object.series() + "/instances/" + object.object();
    }

    private static String wado(Path file) throws IOException, InterruptedException {
        Identity object = Identity.of(file);
        return "?requestType=WADO&studyUID=" + object.study() + "&seriesUID=" + object.series() + "&objectUID="
                + object.object();
    }
}
