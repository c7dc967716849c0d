// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.rule.ConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private final Anonymizer anonymizer = Anonymizer.builder().build();
    private final Map<String, FileResult> results = new TreeMap<>();

    @TempDir
    private Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void set_up() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
    }

    private BatchSummary run(Anonymizer with, Path input, Path output, UnaryOperator<Batch.Builder> how) {
        results.clear();
        return how.apply(Batch.of(with, input, output))
                .build()
                .run(result -> results.put(folder.relativize(result.input()).toString(), result));
    }

    private BatchSummary run(UnaryOperator<Batch.Builder> how) {
        return run(anonymizer, in, out, how);
    }

    private BatchSummary run() {
        return run(how -> how);
    }

    private String told(String input) {
        FileResult result = results.get(input);
        return result.outcome() + (result.reason() == null ? "" : ": " + result.reason());
    }

    private static void truncate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 3));
    }

    @Test
    void keeps_the_paths_within_the_folder_whatever_their_names_are() throws IOException {
        List<String> names = List.of(
                ".hidden", "a", "a b/c d.dcm", "deep/er/and/deeper/x", "new\nline", "quote\"'\\", "Ünïcödé/画像.dcm");
        names.forEach(name -> Inputs.image(in.resolve(name)));

        BatchSummary summary = run();

        assertThat(Inputs.entries(out)).containsExactlyElementsOf(names);
        for (String name : names)
            assertThat(Inputs.patientName(out.resolve(name))).isNotEqualTo(Inputs.NAME);
        assertThat(summary.isClean()).isTrue();
        assertThat(summary.count(Outcome.DONE)).isEqualTo(names.size());
        assertThat(summary.bytes())
                .isEqualTo(results.values().stream().mapToLong(FileResult::size).sum())
                .isGreaterThan(names.size() * 100L);
        assertThat(results.get("in/a").output()).isEqualTo(out.resolve("a"));
        assertThat(results.get("in/a").changes().totals()).isNotEmpty();
    }

    @Test
    void every_file_has_one_result_with_any_number_of_threads() throws IOException {
        for (int i = 0; i < 100; i++) Inputs.image(in.resolve("series " + i % 7).resolve("image " + i));

        for (int threads : new int[] {1, 3, 16}) {
            Path target = folder.resolve("out" + threads);
            BatchSummary summary = run(anonymizer, in, target, how -> how.threads(threads));
            assertThat(summary.count(Outcome.DONE)).isEqualTo(100);
            assertThat(results).hasSize(100);
            assertThat(Inputs.entries(target)).isEqualTo(Inputs.entries(in));
        }
    }

    @Test
    void a_single_file_goes_to_a_file_or_into_a_folder() throws IOException {
        Path image = Inputs.image(in.resolve("a.dcm"));

        run(anonymizer, image, out.resolve("made/b.dcm"), how -> how);
        run(anonymizer, image, out.resolve("made"), how -> how);
        run(anonymizer, image, out.resolve("new"), how -> how.intoFolder(true));

        assertThat(Inputs.entries(out)).containsExactly("made/a.dcm", "made/b.dcm", "new/a.dcm");
    }

    @Test
    void one_bad_file_keeps_no_other_from_being_treated() throws IOException {
        Inputs.image(in.resolve("a"));
        Path broken = Inputs.image(in.resolve("b"));
        truncate(broken);
        Inputs.image(in.resolve("c"));

        BatchSummary summary = run();

        assertThat(Inputs.entries(out)).containsExactly("a", "c");
        assertThat(told("in/b")).startsWith("refused: element (0010,0020)").doesNotContain(in.toString());
        assertThat(summary.isClean()).isFalse();
        assertThat(summary.stopped()).isFalse();
    }

    @Test
    void the_first_problem_ends_the_run_if_told_so() throws IOException {
        for (int i = 0; i < 50; i++) Inputs.image(in.resolve("b" + i));
        Path first = Inputs.image(in.resolve("a"));
        truncate(first);

        BatchSummary summary = run(how -> how.stopOnProblem(true).threads(1));

        assertThat(summary.stopped()).isTrue();
        assertThat(summary.isClean()).isFalse();
        assertThat(results).containsOnlyKeys("in/a");
    }

    @Test
    void what_is_no_image_is_skipped_in_a_folder_but_refused_alone() throws IOException {
        Path readme = Inputs.text(in.resolve("README.dcm"));
        Path empty = Files.createFile(in.resolve("empty"));
        Path directory = in.resolve("DICOMDIR");
        Files.copy(Path.of("/usr/lib/python3/dist-packages/pydicom/data/test_files/dicomdirtests/DICOMDIR"), directory);

        BatchSummary summary = run();

        assertThat(summary.isClean()).isTrue();
        assertThat(told("in/README.dcm")).isEqualTo("skipped: is no DICOM file");
        assertThat(told("in/empty")).isEqualTo("skipped: is no DICOM file");
        assertThat(told("in/DICOMDIR")).startsWith("skipped: is a DICOMDIR");
        assertThat(Inputs.entries(out)).isEmpty();
        for (Path single : List.of(readme, empty, directory)) {
            assertThat(run(anonymizer, single, out.resolve("x"), how -> how).isClean())
                    .isFalse();
            assertThat(results.values()).extracting(FileResult::outcome).containsExactly(Outcome.REFUSED);
        }
        assertThat(Inputs.entries(out)).isEmpty();
    }

    @Test
    void an_output_that_exists_stays_unless_it_may_be_replaced() throws IOException {
        Inputs.image(in.resolve("a"));
        Inputs.image(in.resolve("b"));
        Files.createDirectory(out);
        Files.writeString(out.resolve("a"), "precious");

        assertThat(run().isClean()).isFalse();
        assertThat(told("in/a")).isEqualTo("refused: the output exists already: " + out.resolve("a"));
        assertThat(told("in/b")).isEqualTo("done");
        assertThat(out.resolve("a")).hasContent("precious");

        assertThat(run(how -> how.overwrite(true)).isClean()).isTrue();
        assertThat(Inputs.patientName(out.resolve("a"))).isNotEqualTo(Inputs.NAME);
        assertThat(Inputs.entries(out)).containsExactly("a", "b");
    }

    @Test
    void a_folder_under_an_outputs_name_is_no_output_to_replace() throws IOException {
        Inputs.image(in.resolve("a"));
        Files.createDirectories(out.resolve("a"));

        run(how -> how.overwrite(true));

        assertThat(told("in/a"))
                .isEqualTo("failed: " + out.resolve("a") + ": is no regular file, so it can't be replaced");
    }

    @Test
    void a_dry_run_writes_nothing_and_tells_what_would_be_done() throws IOException {
        Inputs.image(in.resolve("a"));
        Inputs.text(in.resolve("b"));
        ChangeTotals totals = new ChangeTotals();

        BatchSummary summary =
                Batch.of(anonymizer, in, out).dryRun(true).build().run(totals);

        assertThat(out).doesNotExist();
        assertThat(summary.count(Outcome.DONE)).isOne();
        assertThat(totals.rows())
                .filteredOn(row -> row.change().tag() == Tags.PATIENT_NAME)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.change().effect()).hasToString("pseudonymized");
                    assertThat(row.elements()).isOne();
                    assertThat(row.files()).isOne();
                });
    }

    @Test
    void a_dry_run_tells_what_would_be_refused() throws IOException {
        Inputs.image(in.resolve("a"));
        Inputs.image(out.resolve("a"));

        run(how -> how.dryRun(true));

        assertThat(told("in/a")).startsWith("refused: the output exists already");
    }

    @Test
    void links_to_files_are_followed_and_links_to_folders_are_not() throws IOException {
        Path outside = Inputs.image(folder.resolve("outside/x"));
        Inputs.image(in.resolve("sub/a"));
        Files.createSymbolicLink(in.resolve("file"), Path.of("sub/a"));
        Files.createSymbolicLink(in.resolve("away"), outside);
        Files.createSymbolicLink(in.resolve("sub/loop"), in);
        Files.createSymbolicLink(in.resolve("folder"), outside.getParent());
        Files.createSymbolicLink(in.resolve("dangling"), folder.resolve("nowhere"));
        Files.createSymbolicLink(in.resolve("self"), Path.of("self"));

        BatchSummary summary = run();

        assertThat(Inputs.entries(out)).containsExactly("away", "file", "sub/a");
        assertThat(told("in/sub/loop")).startsWith("skipped: links to folders are not followed");
        assertThat(told("in/folder")).startsWith("skipped: links to folders are not followed");
        assertThat(told("in/dangling")).isEqualTo("failed: the link leads to nothing that can be read");
        assertThat(told("in/self")).isEqualTo("failed: the link leads to nothing that can be read");
        assertThat(summary.isClean()).isFalse();
    }

    @Test
    void special_files_and_what_a_killed_run_has_left_are_skipped() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", in.resolve("fifo").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createSymbolicLink(in.resolve("device"), Path.of("/dev/zero"));
        Inputs.image(in.resolve(".dicom-anonymizer-0123456789abcdef.part"));

        assertThat(run().isClean()).isTrue();

        assertThat(told("in/fifo")).isEqualTo("skipped: no regular file");
        assertThat(told("in/device")).isEqualTo("skipped: no regular file");
        assertThat(told("in/.dicom-anonymizer-0123456789abcdef.part")).startsWith("skipped: left behind");
    }

    @Test
    void a_link_among_the_outputs_can_not_lead_back_into_the_input() throws IOException {
        Path image = Inputs.image(in.resolve("sub/a"));
        byte[] before = Files.readAllBytes(image);
        Files.createDirectory(out);
        Files.createSymbolicLink(out.resolve("sub"), in.resolve("sub"));

        run(how -> how.overwrite(true));

        assertThat(told("in/sub/a")).startsWith("failed: a link leads out of OUTPUT at " + out.resolve("sub"));
        assertThat(image).hasBinaryContent(before);
    }

    @Test
    void a_fault_of_the_code_or_of_memory_is_told_without_any_value() throws IOException {
        Inputs.image(in.resolve("a"));
        run(throwing(new IllegalStateException(Inputs.NAME)), in, out, how -> how);
        assertThat(told("in/a"))
                .startsWith("failed: internal error IllegalStateException at org.")
                .doesNotContain(Inputs.NAME);

        run(throwing(new StackOverflowError()), in, out, how -> how);
        assertThat(told("in/a")).isEqualTo("refused: its sequences are nested too deeply");

        run(throwing(new OutOfMemoryError()), in, out, how -> how);
        assertThat(told("in/a")).startsWith("refused: there is not enough memory for it");
        assertThat(Inputs.entries(out)).isEmpty();
    }

    private static Anonymizer throwing(Throwable fault) {
        return Anonymizer.builder()
                .rule("PatientName", (dataSet, element, context) -> {
                    if (fault instanceof Error error) throw error;
                    throw (RuntimeException) fault;
                })
                .build();
    }

    @Test
    void what_a_listener_throws_ends_the_run() {
        Inputs.image(in.resolve("a"));
        Batch batch = Batch.of(anonymizer, in, out).build();

        assertThatThrownBy(() -> batch.run(result -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void an_interrupted_run_finishes_what_it_has_begun() {
        for (int i = 0; i < 50; i++) Inputs.image(in.resolve("a" + i));
        Thread runner = Thread.currentThread();
        List<FileResult> told = new ArrayList<>();

        BatchSummary summary = Batch.of(anonymizer, in, out).threads(1).build().run(result -> {
            told.add(result);
            runner.interrupt();
            while (runner.isInterrupted()) Thread.onSpinWait();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(summary.stopped()).isTrue();
        assertThat(told).isNotEmpty().hasSizeLessThan(50).allMatch(result -> result.outcome() == Outcome.DONE);
    }

    @Test
    void counts_what_it_will_treat() throws IOException {
        Inputs.image(in.resolve("a"));
        Inputs.text(in.resolve("b/c"));
        Files.createSymbolicLink(in.resolve("link"), in);

        assertThat(Batch.of(anonymizer, in, out).build().count()).isEqualTo(2);
        assertThat(Batch.of(anonymizer, in.resolve("a"), out).build().count()).isOne();
    }

    @Test
    void refuses_what_could_harm_an_input_before_anything_is_written() throws IOException {
        Path image = Inputs.image(in.resolve("a"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), in);
        Path fileLink = Files.createSymbolicLink(folder.resolve("file link"), image);

        assertRefused(folder.resolve("missing"), out, "INPUT " + folder.resolve("missing") + " does not exist");
        assertRefused(image, image, "OUTPUT is INPUT itself");
        assertRefused(image, in, "OUTPUT is INPUT itself");
        assertRefused(image, fileLink, "OUTPUT is INPUT itself");
        assertRefused(in, in, "OUTPUT is INPUT itself");
        assertRefused(in, link, "OUTPUT is INPUT itself");
        assertRefused(in, in.resolve("made/out"), "lies inside INPUT");
        assertRefused(in, link.resolve("out"), "lies inside INPUT");
        assertRefused(in, in.resolve("x/../../in/out"), "lies inside INPUT");
        assertRefused(in, folder, "lies inside OUTPUT");
        assertRefused(
                in, Files.createFile(folder.resolve("file")), "is a file; the output of a folder has to be a folder");
        assertRefused(Path.of("/dev/null"), out, "is neither a file nor a folder");
        assertRefused(
                Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere")),
                out,
                "is a link that leads to nothing");
        assertThat(out).doesNotExist();
        assertThat(Inputs.entries(in)).containsExactly("a");
    }

    private void assertRefused(Path input, Path output, String message) {
        assertThatThrownBy(() -> Batch.of(anonymizer, input, output).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(message);
    }

    @Test
    void an_output_folder_that_can_not_be_made_is_told_before_anything_is_treated() throws IOException {
        Inputs.image(in.resolve("a"));
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> run(anonymizer, in, file.resolve("out"), how -> how))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("OUTPUT folder " + file.resolve("out") + " can't be made");
        assertThat(results).isEmpty();
    }

    @Test
    void a_device_is_never_replaced() {
        Path image = Inputs.image(in.resolve("a"));

        run(anonymizer, image, Path.of("/dev/full"), how -> how.overwrite(true));

        assertThat(told("in/a")).isEqualTo("failed: /dev/full: is no regular file, so it can't be replaced");
    }

    @Test
    void reasons_are_told_in_words() {
        assertThat(Reasons.of(new IOException("No space left on device")))
                .isEqualTo("the disk is full: No space left on device");
        assertThat(Reasons.of(new AccessDeniedException("/x"))).isEqualTo("access denied");
        assertThat(Reasons.of(new FileSystemException("/x", null, "Input/output error")))
                .isEqualTo("Input/output error");
        assertThat(Reasons.of(new EOFException())).isEqualTo("EOFException");
    }
}
