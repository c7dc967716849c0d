// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dicomanonymizer.archive.real.Exports.Task;
import org.dicomanonymizer.testing.FreePort;
import org.dicomanonymizer.testing.Storescp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples leave a running archive that has the plugin by its exporters, however these are started: everything arrives, with its
 * pixels and without its patient, and is the same at every time. All that it adds to the archive is removed at the end.
 */
@Tag("real-archive")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealArchiveExportIT {
    private static final String AET = "DANEXPORT";
    private static final String COPIES = "DANCOPIES";
    private static final String RECEIVER = "DANEXPORTSCP";
    private static final String LATE = "DANEXPORTLATE";
    private static final String PLAIN = "DANEXPORTPLAIN";
    private static final String PROFILE = "dan-export";
    private static final List<String> EXPORTERS = List.of("RULE", "DICOM", "STOW", "STORE", "LATE", "PLAIN");
    private static final String RS = "/aets/" + AET + "/rs";

    @TempDir
    private static Path temp;

    private RealArchive archive;
    private TestConfiguration configuration;
    private Exports exports;
    private StoredSamples samples;
    private Peer peer;
    private Storescp receiver;
    private Storescp plain;
    private StowReceiver stow;

    /** The study with an image, a report, a structure set and a presentation state. */
    private String study;

    private List<Path> stored;
    private Set<Identity> exported;

    @BeforeAll
    void storeOriginals() throws Exception {
        archive = new RealArchive();
        configuration = new TestConfiguration(archive);
        exports = new Exports(archive);
        peer = new Peer(archive, AET);
        samples = new StoredSamples(archive, temp.resolve("originals"), Set.of(AET, COPIES));
        receiver = new Storescp(temp.resolve("received"), "--accept-all");
        plain = new Storescp(temp.resolve("plain"), "--implicit");
        stow = new StowReceiver(temp.resolve("stow"));
        configure();
        samples.remove(AET);
        samples.store(peer);
        study = Identity.of(samples.file("ct.dcm")).study();
        stored = objectsOf(study);
    }

    private void configure() throws Exception {
        configuration.queue(AET);
        configuration.entity(AET);
        configuration.entity(COPIES);
        configuration.profile(PROFILE, RealArchive.required("archive.key"));
        configuration.receiver(RECEIVER, receiver.port());
        configuration.receiver(LATE, FreePort.find());
        configuration.receiver(PLAIN, plain.port());
        configuration.stowReceiver(RECEIVER + "-STOW", stow.port());
        exporter("RULE", "dicom:" + RECEIVER);
        exporter("DICOM", "dicom:" + RECEIVER);
        exporter("STOW", "stow:" + RECEIVER + "-STOW");
        exporter("STORE", "store:" + COPIES);
        exporter("LATE", "dicom:" + LATE);
        exporter("PLAIN", "dicom:" + PLAIN);
        configuration.exportRule(AET, id("RULE"));
        archive.reload();
    }

    private void exporter(String name, String destination) throws LDAPException, LDIFException {
        configuration.exporter(id(name), "anonymized:" + destination, AET, AET, "dcmProperty: profile=" + PROFILE);
    }

    private static String id(String exporter) {
        return AET + "-" + exporter;
    }

    @AfterAll
    void removeAll() throws Exception {
        try (RealArchive closed = archive;
                Storescp stoppedStorescp = receiver;
                Storescp stoppedPlain = plain;
                StowReceiver stoppedStow = stow) {
            if (stoppedStow == null) return;
            try {
                for (String exporter : EXPORTERS) exports.forget(id(exporter));
                samples.remove(AET);
            } finally {
                closed.removeAll();
                closed.reload();
            }
        }
    }

    @BeforeEach
    void forgetWhatHasArrived() throws Exception {
        for (Path file : receiver.received()) Files.delete(file);
    }

    @Test
    void aRuleExportsWhatIsReceived() throws Exception {
        Path object = Files.copy(samples.file("mr.dcm"), temp.resolve("received-mr.dcm"));
        StoredSamples.modify(object, "-gst", "-gse", "-gin");
        peer.store(AET, object);
        Task task = exports.await("ExporterID=" + id("RULE"), 1, Exports.OVER).get(0);
        assertThat(task.text()).startsWith("completed:1 ");
        check(List.of(object), receiver.received());
    }

    @Test
    void aStudyIsExportedOnDemand() throws Exception {
        exported();
    }

    @Test
    void theArchivesOwnServiceExportsTheSame() throws Exception {
        assertThat(export("DICOM").status()).isEqualTo("COMPLETED");
        assertThat(check(stored, receiver.received())).isEqualTo(exported());
    }

    @Test
    void theSameGoesByStowRs() throws Exception {
        assertThat(export("STOW").status()).isEqualTo("COMPLETED");
        assertThat(check(stored, stow.received())).isEqualTo(exported());
    }

    @Test
    void theSameIsStoredInThisArchiveOnceAndNeverExportedIntoItAgain() throws Exception {
        for (String time : List.of("first", "second")) {
            assertThat(export("STORE").text()).as(time).startsWith("completed:4 ");
            Path folder = Files.createDirectory(temp.resolve(time));
            peer.get(COPIES, copied(), folder);
            assertThat(check(stored, Dcmtk.files(folder))).as(time).isEqualTo(exported());
        }
        Task loop = exports.run(RS + "/studies/" + copied() + "/export/" + id("STORE"));
        assertThat(loop.status()).isEqualTo("WARNING");
        assertThat(loop.text()).startsWith("completed:0, refused:4: it has been de-identified already");
    }

    @Test
    void aReceiverThatWasDownGetsAllWhenTheArchiveTriesAgain() throws Exception {
        String task = exports.start(RS + "/studies/" + study + "/export/" + id("LATE"));
        Task failed = exports.await("taskID=" + task, 1, Set.of("SCHEDULED FOR RETRY"))
                .get(0);
        assertThat(failed.text()).startsWith("completed:0, failed:4: ");
        try (Storescp late = new Storescp(temp.resolve("late"), "--accept-all")) {
            configuration.receiver(LATE, late.port());
            archive.reload();
            assertThat(exports.await("taskID=" + task, 1, Exports.OVER))
                    .extracting(Task::status)
                    .containsExactly("COMPLETED");
            assertThat(check(stored, late.received())).isEqualTo(exported());
        }
    }

    @Test
    void aReceiverThatTakesNothingCompressedGetsPixelsThatTheArchiveHasDecompressed() throws Exception {
        Path compressed = samples.file("us-rle.dcm");
        Path decompressed = temp.resolve("us.dcm");
        Dcmtk.run("dcmdrle", "+ti", compressed.toString(), decompressed.toString());
        String clip = Identity.of(compressed).study();
        Task task = exports.run(RS + "/studies/" + clip + "/export/" + id("PLAIN"));
        assertThat(task.text()).startsWith("completed:1 ");
        check(List.of(decompressed), plain.received());
    }

    @Test
    void aListOfStudiesIsExported() throws Exception {
        Set<String> studies = studies();
        HttpResponse<byte[]> answer = archive.postCsv(
                RS + "/studies/csv:1/export/" + id("DICOM") + "?profile=" + PROFILE + "&batchID=" + AET + "-LIST",
                "Study\n" + String.join("\n", studies));
        assertThat(answer.statusCode()).isEqualTo(202);
        assertAllArrive("LIST", studies.size());
    }

    @Test
    void allMatchesOfAQueryAreExported() throws Exception {
        HttpResponse<byte[]> answer = archive.send(
                "POST",
                RS + "/studies/export/" + id("DICOM") + "?SendingApplicationEntityTitleOfSeries=" + AET
                        + "&ReceivingApplicationEntityTitleOfSeries=" + archive.aet + "&batchID=" + AET + "-QUERY",
                "*/*");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertAllArrive("QUERY", studies().size());
    }

    private void assertAllArrive(String batch, int studies) throws Exception {
        List<Task> tasks = exports.await("batchID=" + AET + "-" + batch, studies, Exports.OVER);
        assertThat(tasks).extracting(Task::status).containsOnly("COMPLETED");
        assertThat(check(samples.files(), receiver.received())).containsAll(exported());
    }

    @Test
    void aPreviewShowsOriginalsOnlyToWhomTheArchiveTrustsWithThem() throws Exception {
        HttpResponse<byte[]> answer =
                archive.get(RS + "/studies/" + study + "/anonymize/preview?profile=" + PROFILE, "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode preview = new ObjectMapper().readTree(answer.body());
        assertThat(preview.required("series")).hasSize(4);
        // It says which objects it is about.
        List<String> found = new ArrayList<>(samples.originals().in(answer.body()));
        found.removeIf(from -> from.contains("InstanceUID of "));
        assertThat(found.isEmpty()).isEqualTo(!preview.required("values").asBoolean());
    }

    private Task export(String exporter) throws Exception {
        return exports.run(RS + "/studies/" + study + "/export/" + id(exporter));
    }

    /** Whose objects of the study arrive, on demand. */
    private Set<Identity> exported() throws Exception {
        if (exported == null) {
            forgetWhatHasArrived();
            Task task = exports.run(
                    RS + "/studies/" + study + "/anonymize?exporter=" + id("DICOM") + "&profile=" + PROFILE);
            assertThat(task.status()).isEqualTo("COMPLETED");
            exported = check(stored, receiver.received());
        }
        return exported;
    }

    private String copied() throws Exception {
        return exported().iterator().next().study();
    }

    private Set<Identity> check(Collection<Path> originals, Collection<Path> received) throws Exception {
        return Arrivals.check(originals, samples.originals(), received);
    }

    private Set<String> studies() throws Exception {
        Set<String> studies = new TreeSet<>();
        for (Path sample : samples.files()) studies.add(Identity.of(sample).study());
        return studies;
    }

    private List<Path> objectsOf(String study) throws Exception {
        List<Path> objects = new ArrayList<>();
        for (Path sample : samples.files()) if (Identity.of(sample).study().equals(study)) objects.add(sample);
        return objects;
    }
}
