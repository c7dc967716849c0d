// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.cli.LauncherProject.Result;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: signals, terminals, access rights, locales. */
class LauncherRunIT {
    private static final String LAUNCHER = "./dicom-anonymizer";

    @TempDir
    private Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void set_up() throws IOException {
        in = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
    }

    private static Process start(Object... words) throws IOException {
        return new ProcessBuilder(Stream.of(words).map(Object::toString).toList()).start();
    }

    private static Result run(Object... words) throws Exception {
        return LauncherProject.finish(start(words));
    }

    /** An image whose pixels are a hole in its file, so that it takes no room. */
    private static Path largeImage(Path file, int pixels) throws IOException {
        DicomDataSet image = DicomDataSet.create();
        image.setString(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.7");
        image.setString(Tags.SOP_INSTANCE_UID, VR.UI, "1.2.3");
        image.setString(Tags.PATIENT_ID, VR.LO, "4711");
        DicomWriter.write(DicomObject.of(image, TransferSyntax.EXPLICIT_LITTLE), file);
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(access.length());
            access.write(new byte[] {(byte) 0xE0, 0x7F, 0x10, 0x00, 'O', 'W', 0, 0});
            access.writeInt(Integer.reverseBytes(pixels));
            access.setLength(access.length() + pixels);
        }
        return file;
    }

    @Test
    void a_run_that_is_ended_leaves_complete_outputs_only() throws Exception {
        Path image = largeImage(folder.resolve("image"), 32 << 20);
        for (int i = 0; i < 500; i++) Files.createLink(in.resolve("image" + i), image);

        Process process = start(LAUNCHER, "-j", "4", in, out);
        while (process.isAlive() && finished().isEmpty()) Thread.onSpinWait();
        process.toHandle().destroy();
        Result result = LauncherProject.finish(process);

        assertThat(result.exit()).isEqualTo(128 + 15);
        assertThat(result.err()).contains("dicom-anonymizer: interrupted after ");
        List<Path> finished = finished();
        assertThat(finished).isNotEmpty().hasSizeLessThan(500);
        assertThat(TestCommand.entries(out)).hasSameSizeAs(finished);
        for (Path output : finished) {
            assertThat(output).hasSize(Files.size(finished.get(0)));
            assertThat(TestCommand.value(output, Tags.PATIENT_ID)).isNotEmpty();
        }
    }

    private List<Path> finished() throws IOException {
        if (!Files.exists(out)) return List.of();
        try (Stream<Path> files = Files.list(out)) {
            return files.filter(file -> file.getFileName().toString().startsWith("image"))
                    .toList();
        }
    }

    @Test
    void a_bar_is_shown_on_a_terminal_only() throws Exception {
        String inTerminal = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)";

        Result terminal = run("/usr/bin/python3", "-c", inTerminal, LAUNCHER, TestCommand.SAMPLES, out);
        Result elsewhere = run(LAUNCHER, TestCommand.SAMPLES, folder.resolve("elsewhere"));

        assertThat(terminal.exit()).isZero();
        assertThat(terminal.out()).contains("files/s", "\u001b[", "done ");
        assertThat(elsewhere.exit()).isZero();
        assertThat(elsewhere.out() + elsewhere.err()).doesNotContain("\u001b", "\r");
        assertThat(elsewhere.err().lines()).singleElement().asString().startsWith("no key given");
    }

    @Test
    void names_in_any_script_are_kept_where_no_locale_is_set() throws Exception {
        Path image = TestCommand.copy(TestCommand.SAMPLES.resolve("ct.dcm"), in.resolve("日本 é/画像 \"1\".dcm"));

        Result folders = run("env", "-i", "PATH=" + System.getenv("PATH"), LAUNCHER, in, out);
        Result file = run("env", "-i", "PATH=" + System.getenv("PATH"), LAUNCHER, image, out.resolve("ü"));

        assertThat(folders.exit()).isZero();
        assertThat(file.exit()).isZero();
        assertThat(TestCommand.entries(out)).containsExactlyInAnyOrder("日本 é/画像 \"1\".dcm", "ü");
    }

    @Test
    void what_may_not_be_read_or_written_is_told() throws Exception {
        TestCommand.copy(TestCommand.SAMPLES.resolve("ct.dcm"), in.resolve("good"));
        Path locked = TestCommand.copy(TestCommand.SAMPLES.resolve("ct.dcm"), in.resolve("locked"));
        Path lockedFolder = Files.createDirectory(in.resolve("locked folder"));
        Path readOnly = Files.createDirectory(folder.resolve("read only"));
        mode(locked, "---------");
        mode(lockedFolder, "---------");
        mode(readOnly, "r-xr-xr-x");

        try {
            Result result = runWithoutPowers(in, out);
            assertThat(result.err())
                    .contains(
                            "failed: " + locked + ": access denied\n",
                            "failed: " + lockedFolder + ": the folder can't be read: access denied\n");
            assertThat(result.out()).contains("done 1, refused 0, failed 2, skipped 0;");
            assertThat(result.exit()).isOne();
            assertWrong("INPUT " + locked + " can't be read: access denied", locked, out);
            assertWrong("OUTPUT folder " + readOnly + "/new can't be made: access denied", in, readOnly + "/new");
            assertWrong("OUTPUT folder " + readOnly + " can't be written to: access denied", in, readOnly);
        } finally {
            mode(lockedFolder, "rwxrwxrwx");
            mode(readOnly, "rwxrwxrwx");
        }
    }

    private static void assertWrong(String message, Object... words) throws Exception {
        Result result = runWithoutPowers(words);
        assertThat(result.err().lines()).singleElement().asString().contains(message);
        assertThat(result.exit()).isEqualTo(2);
    }

    /** Nothing is denied to root, unless it lays down its powers. */
    private static Result runWithoutPowers(Object... words) throws Exception {
        List<Object> command = new ArrayList<>();
        if (run("id", "-u").out().strip().equals("0"))
            command.addAll(List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all"));
        command.add(LAUNCHER);
        command.addAll(List.of(words));
        return run(command.toArray());
    }

    private static void mode(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
