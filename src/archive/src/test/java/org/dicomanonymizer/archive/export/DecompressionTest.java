// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dicomanonymizer.testing.Program;
import org.dicomanonymizer.testing.Storescp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where the destination demands it, pixels are decompressed by the archive's codecs: here by dcmtk in their place, or by those
 * of the real jars. Programs of dcmtk that decompress whole objects are the judges.
 */
class DecompressionTest {
    private static final Path SAMPLES = Path.of("../../docs/samples");
    private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data/test_files");
    private static final Path LOSSY = PYDICOM.resolve("SC_rgb_jpeg_dcmtk.dcm");
    private static final Path RLE_IN_COLOR = PYDICOM.resolve("SC_rgb_rle_2frame.dcm");

    /** Whether there are the archive's own codecs. */
    private static final boolean REAL =
            DecompressionTest.class.getResource("/org/dcm4che3/imageio/codec/ImageReaderFactory.class") != null;

    @TempDir
    Path folder;

    private TestArchive archive;
    private List<Path> before;

    /** To the real jars Java's own codec for JPEG, since tests have no native one. */
    @BeforeEach
    void archive() throws IOException {
        Path codecs = folder.resolve("codecs.properties");
        Files.writeString(codecs, """
                1.2.840.10008.1.2.4.50=jpeg:::
                1.2.840.10008.1.2.5=rle:::
                """);
        System.setProperty(
                "org.dcm4che3.imageio.codec.ImageReaderFactory", codecs.toUri().toString());
        archive = new TestArchive(folder);
        before = temporary();
    }

    private Outcome export(Storescp receiver) throws Exception {
        archive.remote(Storescp.AE, receiver.port());
        return archive.export("anonymized:dicom:" + Storescp.AE);
    }

    private void isDecompressedAsOthersDo(List<Path> stored) throws Exception {
        for (Path file : stored) archive.add(file);
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xi")) {
            assertThat(export(receiver).getDescription()).startsWith("completed:" + stored.size() + " - ");
            archive.export("anonymized:dir:" + folder.resolve("files"), "path={SOPInstanceUID}.dcm");
            assertThat(receiver.received()).hasSize(stored.size()).allSatisfy(file -> {
                Path compressed = folder.resolve("files/" + uid(file) + ".dcm");
                Path judged = folder.resolve("judged.dcm");
                String program = dump(compressed, "0002,0010").contains("=RLELossless") ? "dcmdrle" : "dcmdjpeg";
                assertThat(Program.run(program, compressed.toString(), judged.toString())
                                .exit())
                        .isZero();
                assertThat(dump(file, "0002,0010")).contains("=LittleEndianImplicit");
                assertThat(picture(file)).isEqualTo(picture(judged)).isNotEmpty();
                assertThat(header(file)).isEqualTo(header(judged)).hasSizeGreaterThan(20);
                assertThat(Program.newDciodvfyErrors(compressed, file)).isEmpty();
            });
        }
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void pixels_are_those_that_others_decompress() throws Exception {
        List<Path> stored = new ArrayList<>(
                List.of(SAMPLES.resolve("us-rle.dcm"), RLE_IN_COLOR, PYDICOM.resolve("MR_small_RLE.dcm"), LOSSY));
        Path lossless = folder.resolve("lossless.dcm");
        Program.run("dcmcjpeg", "+e1", SAMPLES.resolve("ct.dcm").toString(), lossless.toString());
        if (!REAL) stored.add(lossless); // for which Java has no codec
        isDecompressedAsOthersDo(stored);
    }

    @Test
    void that_pixels_were_lost_stays_known() throws Exception {
        Path unmarked = folder.resolve("unmarked.dcm");
        Files.copy(LOSSY, unmarked);
        Program.run("dcmodify", "-nb", "-e", "0028,2110", unmarked.toString());
        assertThat(dump(unmarked, "0028,2110")).isEmpty();
        archive.add(unmarked);
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xe")) {
            assertThat(export(receiver).getDescription()).startsWith("completed:1 - ");
            assertThat(receiver.received()).hasSize(1).allSatisfy(file -> {
                assertThat(dump(file, "0002,0010")).contains("=LittleEndianExplicit");
                assertThat(dump(file, "0028,2110")).contains("[01]");
            });
        }
    }

    @Test
    void what_the_archive_has_no_codec_for_is_refused_and_the_rest_arrives() throws Exception {
        archive.add(PYDICOM.resolve("JPEG2000.dcm"));
        archive.add(SAMPLES.resolve("ct.dcm"));
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xi")) {
            Outcome outcome = export(receiver);
            assertThat(outcome.getStatus()).isEqualTo(Task.Status.WARNING);
            assertThat(outcome.getDescription())
                    .startsWith(
                            "completed:1, refused:1: its pixel data (transfer syntax 1.2.840.10008.1.2.4.91) can't be"
                                    + " decompressed, as the destination demands: the archive has no codec for them; let the destination accept them as they are");
            assertThat(receiver.received()).hasSize(1);
        }
    }

    @Test
    void what_codecs_would_make_a_mess_of_is_refused() throws Exception {
        assertThat(refusal(PYDICOM.resolve("SC_rgb_rle_16bit.dcm"))).contains("no 3 samples of 16 bits per pixel");
        assertThat(refusal(withAttribute("0028,0008", "999999999"))).contains("or all 2 GB");
        assertThat(refusal(withAttribute("0028,0010", "0")))
                .contains("(0028,0010) of the image is not a usable number");
    }

    /** Only the pixels of the object itself are decompressed, and what is not compressed can hold no other that are. */
    @Test
    void an_icon_that_is_compressed_too_is_not_sent_as_if_it_were_not() throws Exception {
        archive.profile("icons", "\"rules\": [{\"tag\": \"IconImageSequence\", \"action\": \"keep\"}]");
        archive.add(withCompressedIcon(RLE_IN_COLOR));
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xe")) {
            archive.remote(Storescp.AE, receiver.port());
            String outcome = archive.export("anonymized:dicom:" + Storescp.AE, "profile=icons")
                    .getDescription();
            assertThat(outcome)
                    .startsWith("completed:0, refused:1: its pixel data")
                    .contains("another image");
            assertThat(receiver.received()).isEmpty();
        }
        assertThat(temporary()).isEmpty();
    }

    /** Its Pixel Data end the file. */
    private Path withCompressedIcon(Path image) throws IOException {
        String bytes = Files.readString(image, StandardCharsets.ISO_8859_1);
        int at = bytes.indexOf("\u00E0\177\20\0O");
        String undefined = "\u00FF".repeat(4);
        String icon = "\u0088\0\0\2SQ\0\0" + undefined + "\u00FE\u00FF\0\u00E0" + undefined + bytes.substring(at)
                + "\u00FE\u00FF\15\u00E0\0\0\0\0" + "\u00FE\u00FF\u00DD\u00E0\0\0\0\0";
        Path file = folder.resolve("icon.dcm");
        return Files.writeString(
                file, bytes.substring(0, at) + icon + bytes.substring(at), StandardCharsets.ISO_8859_1);
    }

    @Test
    void half_an_image_is_no_image() throws Exception {
        String reason = "the archive's codec can't read them";
        assertThat(refusal(withAttribute("0028,0008", "3"))).contains(reason);
        String bytes = Files.readString(RLE_IN_COLOR, StandardCharsets.ISO_8859_1);
        String broken = bytes.replace("\3\0\0\0@\0\0\0", "\11\0\0\0@\0\0\0");
        assertThat(broken).isNotEqualTo(bytes);
        Path file = folder.resolve("broken.dcm");
        Files.writeString(file, broken, StandardCharsets.ISO_8859_1);
        assertThat(refusal(file)).contains(reason);
        assertThat(temporary()).isEqualTo(before);
    }

    private String refusal(Path stored) throws Exception {
        archive = new TestArchive(Files.createTempDirectory(folder, "archive"));
        archive.add(stored);
        try (Storescp receiver = new Storescp(folder.resolve("received"), "+xi")) {
            String outcome = export(receiver).getDescription();
            assertThat(outcome).startsWith("completed:0, refused:1: its pixel data (transfer syntax ");
            assertThat(receiver.received()).isEmpty();
            return outcome;
        }
    }

    private Path withAttribute(String tag, String value) throws IOException {
        Path file = Files.createTempFile(folder, "with", ".dcm");
        Files.copy(RLE_IN_COLOR, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Program.run("dcmodify", "-nb", "-gin", "-i", tag + "=" + value, file.toString())
                        .exit())
                .isZero();
        return file;
    }

    /** The build gives the tests a folder of their own for temporary files. */
    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().matches("(dicom.*\\.tmp|double.*\\.dcm)"))
                    .sorted()
                    .toList();
        }
    }

    private static String uid(Path file) {
        String dump = dump(file, "0008,0018");
        return dump.substring(dump.indexOf('[') + 1, dump.indexOf(']'));
    }

    private static String dump(Path file, String tag) {
        return Program.run("dcmdump", "-q", "+L", "+P", tag, file.toString()).output();
    }

    /** All but the pixels, and in which order their samples stand. */
    private static List<String> header(Path file) {
        return Program.run("dcmdump", "-q", "+L", file.toString())
                .output()
                .lines()
                .filter(line -> line.matches(" *\\([0-9a-f]{4},.*"))
                .filter(line -> !line.matches(" *\\((0002|fffe|7fe0|0028,0006).*"))
                .map(line -> line.replaceFirst(" SQ .*", ""))
                .toList();
    }

    /** What tells one picture from another: the digest of each frame as it is shown, with all of its bits. */
    private List<String> picture(Path file) throws IOException {
        Path frames = Files.createTempDirectory(folder, "frames");
        Program.run("dcm2pnm", "+Fa", "+opw", file.toString(), frames + "/frame");
        try (Stream<Path> files = Files.list(frames).sorted()) {
            return files.map(frame -> Program.run("openssl", "dgst", "-sha256", "-r", frame.toString())
                            .output()
                            .substring(0, 64))
                    .toList();
        }
    }
}
