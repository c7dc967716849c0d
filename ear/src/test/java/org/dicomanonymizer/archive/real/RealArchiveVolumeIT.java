// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomanonymizer.archive.real.Exports.Task;
import org.dicomanonymizer.testing.Storescp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many objects, and a big one, leave a running archive that has the plugin by its exporter: how many and how big, properties tell.
 * All that it adds to the archive is removed at the end.
 */
@Tag("real-archive")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealArchiveVolumeIT {
    private static final String AET = "DANVOLUME";
    private static final String RECEIVER = "DANVOLUMESCP";
    private static final String PROFILE = "dan-volume";
    private static final int MIB = 1 << 20;
    private static final int OBJECTS =
            Integer.parseInt(RealArchive.setting("archive.objects").orElse("50"));
    private static final int BIG_MIB =
            Integer.parseInt(RealArchive.setting("archive.big").orElse("160"));

    @TempDir
    private static Path temp;

    private RealArchive archive;
    private Exports exports;
    private StoredSamples samples;
    private Peer peer;
    private Storescp receiver;

    @BeforeAll
    void configure() throws Exception {
        archive = new RealArchive();
        exports = new Exports(archive);
        peer = new Peer(archive, AET);
        samples = new StoredSamples(archive, temp.resolve("originals"), Set.of(AET));
        // Written as it comes, whatever its size.
        receiver = new Storescp(temp.resolve("received"), "+B");
        TestConfiguration configuration = new TestConfiguration(archive);
        configuration.entity(AET);
        configuration.profile(PROFILE, RealArchive.required("archive.key"));
        configuration.receiver(RECEIVER, receiver.port());
        configuration.exporter(AET, "anonymized:dicom:" + RECEIVER, AET, "Export", "dcmProperty: profile=" + PROFILE);
        archive.reload();
        samples.remove(AET);
    }

    @AfterAll
    void removeAll() throws Exception {
        try (RealArchive closed = archive;
                Storescp stopped = receiver) {
            if (stopped == null) return;
            try {
                exports.forget(AET);
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
    void eachOfManyObjectsIsCountedAndArrivesUnderTheSameUidAgain() throws Exception {
        Path first = Files.copy(samples.file("mr.dcm"), temp.resolve("mr.dcm"));
        StoredSamples.modify(first, "-gst", "-gse");
        Identity identity = Identity.of(first);
        List<Path> objects = new ArrayList<>();
        Path folder = Files.createDirectory(temp.resolve("many"));
        for (int i = 0; i < OBJECTS; i++) {
            Path object = Files.copy(first, folder.resolve(i + ".dcm"));
            StoredSamples.modify(object, "-gin", "-m", "InstanceNumber=" + i);
            objects.add(object);
        }
        peer.store(archive.aet, folder);
        for (String time : List.of("first", "second")) {
            Task task = export(identity.study());
            assertThat(task.text()).as(time).startsWith("completed:" + OBJECTS + " ");
            assertThat(task.status()).isEqualTo("COMPLETED");
            Arrivals.check(objects, samples.originals(), receiver.received());
        }
    }

    @Test
    void aBigObjectGoesThroughAServerThatDoesNotHoldIt() throws Exception {
        Path copy = Files.copy(samples.file("mr-enhanced.dcm"), temp.resolve("big.dcm"));
        StoredSamples.modify(copy, "-gst", "-gse", "-gin");
        String study = Identity.of(copy).study();
        BigObject big = new BigObject(copy, (long) BIG_MIB * MIB);
        peer.store(archive.aet, big.file());
        Optional<ServerHeap> heap = ServerHeap.now();
        Task task = export(study);
        assertThat(task.text()).startsWith("completed:1 ");
        if (heap.isPresent()) assertThat(heap.get().growth()).isLessThan(100L * MIB);
        assertThat(receiver.received()).hasSize(1);
        Path received = receiver.received().get(0);
        assertThat(samples.originals().in(big.headerOf(received))).isEmpty();
    }

    private Task export(String study) throws Exception {
        return exports.run("/aets/" + AET + "/rs/studies/" + study + "/export/" + AET);
    }
}
