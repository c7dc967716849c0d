// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dicomanonymizer.testing.FreePort;
import org.dicomanonymizer.testing.Program;
import org.dicomanonymizer.testing.Storescp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies go to other applications by C-STORE; a receiver that nobody here wrote has them in the end. */
class DicomExportTest {
    private static final Path SAMPLES = Path.of("../../docs/samples");
    private static final List<String> NAMES =
            List.of("ct", "mr", "us-rle", "pdf", "sc-deflated", "sc-big-endian", "report", "presentation-state");

    @TempDir
    Path folder;

    private TestArchive archive;

    @BeforeEach
    void archive() throws IOException {
        archive = new TestArchive(folder);
        for (String name : NAMES) archive.add(SAMPLES.resolve(name + ".dcm"));
    }

    private Outcome export(int port, String... properties) throws Exception {
        archive.remote(Storescp.AE, port);
        return archive.export("anonymized:dicom:" + Storescp.AE, properties);
    }

    private static String uid(Path file) {
        String dump = Program.run("dcmdump", "-q", "+P", "SOPInstanceUID", file.toString())
                .output();
        return dump.substring(dump.indexOf('[') + 1, dump.indexOf(']'));
    }

    @Test
    void every_object_arrives_in_its_transfer_syntax_and_without_its_patient() throws Exception {
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xa", "+B")) {
            Outcome outcome = export(receiver.port());
            assertThat(outcome.getDescription())
                    .isEqualTo("completed:8 - de-identified by profile basic to dicom:STORESCP");
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.COMPLETED);
            assertThat(receiver.received()).hasSize(8).allSatisfy(file -> {
                assertThat(Program.run("dcmdump", "-q", file.toString()).exit()).isZero();
                assertThat(file.getFileName().toString()).endsWith(uid(file));
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain(
                                "MSB-0031977", "NC-77120", "SEIDEL.1209", "OTI5512", "Lindqvist", "Bellweather");
            });
            archive.export("anonymized:dir:" + folder.resolve("files"), "path={SOPInstanceUID}.dcm");
            for (Path file : receiver.received())
                assertThat(pixels(file)).isEqualTo(pixels(folder.resolve("files/" + uid(file) + ".dcm")));
        }
        assertThat(archive.audit).startsWith("begin to STORESCP", "end 8/0");
    }

    private static String pixels(Path file) {
        return dump(file, "+L", "+P", "PixelData", "+P", "TransferSyntaxUID");
    }

    /** The first ones wait for the last before they send anything. */
    @Test
    void as_many_associations_share_the_work_as_the_archive_allows() throws Exception {
        archive.allowAssociations(3);
        CountDownLatch others = new CountDownLatch(3);
        archive.onAssociation = () -> awaitAll(others);
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xa", "--fork")) {
            assertThat(export(receiver.port()).getDescription()).startsWith("completed:8 - ");
            assertThat(receiver.received()).hasSize(8);
        }
        assertThat(others.getCount()).isZero();
    }

    private static void awaitAll(CountDownLatch others) {
        others.countDown();
        try {
            if (!others.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("there are not enough");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without --fork storescp lets others wait until the association that it has is over. */
    @Test
    void a_receiver_that_serves_one_association_at_a_time_is_not_waited_for_in_vain() throws Exception {
        archive.allowAssociations(3);
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xa")) {
            assertThat(export(receiver.port(), "threads=4").getDescription()).startsWith("completed:8 - ");
            assertThat(receiver.received()).hasSize(8);
        }
    }

    @Test
    void what_the_receiver_does_not_accept_as_stored_is_encoded_otherwise() throws Exception {
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xi")) {
            Outcome outcome = export(receiver.port());
            assertThat(outcome.getDescription()).startsWith("completed:8 - ");
            archive.export("anonymized:dir:" + folder.resolve("files"), "path={SOPInstanceUID}.dcm");
            assertThat(receiver.received()).hasSize(8).allSatisfy(file -> {
                assertThat(dump(file, "+L", "+P", "TransferSyntaxUID")).contains("=LittleEndianImplicit");
                Path judged = folder.resolve("judged.dcm");
                Path stored = folder.resolve("files/" + uid(file) + ".dcm");
                String program = dump(stored, "+P", "TransferSyntaxUID").contains("=RLE") ? "dcmdrle" : "dcmconv";
                Program.run(program, "+ti", stored.toString(), judged.toString());
                assertThat(dataSet(file)).isEqualTo(dataSet(judged)).hasSizeGreaterThan(20);
            });
        }
    }

    private static String dump(Path file, String... options) {
        List<String> command = new ArrayList<>(List.of("dcmdump", "-q"));
        command.addAll(List.of(options));
        command.add(file.toString());
        return Program.run(command.toArray(String[]::new)).output();
    }

    /** Every value in full, but for what depends on how lengths are encoded. */
    private static List<String> dataSet(Path file) {
        return dump(file, "+L")
                .lines()
                .filter(line -> line.matches(" *\\([0-9a-f]{4},.*") && !line.matches(" *\\((0002|fffe),.*"))
                .map(line -> line.replaceFirst(" SQ .*", ""))
                .toList();
    }

    @Test
    void a_receiver_that_is_down_fails_everything_at_once() throws Exception {
        Outcome outcome = export(FreePort.find());
        assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
        assertThat(outcome.getDescription())
                .contains("failed:8: AE STORESCP gives no association: Connection refused (8x)");
    }

    @Test
    void a_receiver_that_refuses_the_association_fails_everything() throws Exception {
        try (Storescp receiver = new Storescp(folder.resolve("received"), "--refuse")) {
            Outcome outcome = export(receiver.port());
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
            assertThat(outcome.getDescription()).contains("failed:8: AE STORESCP gives no association: ");
        }
    }

    @Test
    void nothing_counts_that_the_receiver_has_not_confirmed_and_a_second_try_sends_the_same() throws Exception {
        Path received = folder.resolve("received");
        try (Storescp receiver = new Storescp(received, "+xa", "--abort-during")) {
            Outcome outcome = export(receiver.port());
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
            assertThat(outcome.getDescription())
                    .contains("completed:0, failed:8: the association with AE STORESCP broke: ");
        }
        try (Storescp receiver = new Storescp(received, "+xa", "--abort-after")) {
            assertThat(export(receiver.port()).getDescription()).contains("completed:0, failed:8");
        }
        List<String> first;
        try (Storescp receiver = new Storescp(folder.resolve("first"), "+xa", "-uf")) {
            assertThat(export(receiver.port()).getStatus()).isEqualTo(Task.Status.COMPLETED);
            first = receiver.received().stream().map(DicomExportTest::uid).toList();
            assertThat(export(receiver.port()).getStatus()).isEqualTo(Task.Status.COMPLETED);
            assertThat(receiver.received().stream().map(DicomExportTest::uid)).isEqualTo(first);
        }
        assertThat(first).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void an_export_that_waits_for_a_slow_receiver_can_be_canceled() throws Exception {
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xa", "--sleep-after", "600")) {
            archive.onAssociation = () -> new Thread(() -> {
                        while (receiver.received().isEmpty()) Thread.onSpinWait();
                        archive.cancel();
                    })
                    .start();
            Outcome outcome = export(receiver.port());
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.CANCELED);
            assertThat(outcome.getDescription()).matches("(completed:0, not sent:8|completed:1, not sent:7) - .*");
        }
        for (Thread helper : Thread.getAllStackTraces().keySet()) {
            if (!helper.getName().equals("device")) continue;
            helper.join(TimeUnit.SECONDS.toMillis(10));
            assertThat(helper.isAlive()).isFalse();
        }
    }
}
