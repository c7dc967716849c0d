// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies go to folders of the server. */
class FolderExportTest {
    private static final Path SAMPLES = Path.of("../../docs/samples");
    private static final int PATIENT_NAME = 0x00100010;

    @TempDir
    Path folder;

    private Path out;
    private TestArchive archive;

    @BeforeEach
    void archive() throws IOException {
        out = folder.resolve("out");
        archive = new TestArchive(folder);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void every_object_lands_whole_and_without_its_patient() throws Exception {
        for (String name : List.of("ct", "mr", "us-rle", "pdf", "sc-deflated", "sc-big-endian", "report"))
            archive.add(SAMPLES.resolve(name + ".dcm"));
        Outcome outcome = archive.export("anonymized:dir:" + out);
        assertThat(outcome.getDescription()).isEqualTo("completed:7 - de-identified by profile basic to dir:" + out);
        assertThat(outcome.getStatus()).isEqualTo(Task.Status.COMPLETED);
        assertThat(archive.audit).containsExactly("begin to dir:" + out, "end 7/0");
        assertThat(files()).hasSize(7).allSatisfy(file -> {
            assertThat(Program.run("dcmdump", "-q", file.toString()).exit()).isZero();
            assertThat(Program.dciodvfyErrors(file)).noneMatch(error -> error.contains("not valid DICOM"));
            assertThat(Program.run("dcmdump", "+P", "PatientIdentityRemoved", file.toString())
                            .output())
                    .contains("[YES]");
        });
        for (int i = 0; i < 7; i++) assertNothingOf(archive.file(i));
    }

    /** Neither names nor UIDs of the original, in whatever file. */
    private void assertNothingOf(Path original) throws IOException {
        for (String attribute : List.of("PatientName", "PatientID", "StudyInstanceUID", "SOPInstanceUID")) {
            String dump = Program.run("dcmdump", "-q", "+P", attribute, original.toString())
                    .output();
            String value = dump.substring(dump.indexOf('[') + 1, dump.indexOf(']'));
            assertThat(value).hasSizeGreaterThan(3);
            for (Path file : files()) assertThat(text(file)).doesNotContain(value);
        }
    }

    @Test
    void the_database_is_newer_than_the_file() throws Exception {
        archive.profile("names", "\"rules\": [{\"tag\": \"PatientName\", \"action\": \"keep\"}]");
        Attributes attributes = archive.add(SAMPLES.resolve("ct.dcm"));
        attributes.setString(PATIENT_NAME, VR.PN, "M\u00fcller^Jos\u00e9\u03b1");
        archive.export("anonymized:dir:" + out, "profile=names");
        assertThat(Program.run(
                                "dcmdump",
                                "-q",
                                "+U8",
                                "+P",
                                "PatientName",
                                files().get(0).toString())
                        .output())
                .isNotEmpty();
        byte[] bytes = Files.readAllBytes(files().get(0));
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("M\u00fcller^Jos\u00e9\u03b1");
    }

    @Test
    void copies_of_a_study_have_the_UIDs_of_the_copy() throws Exception {
        archive.profile("uids", "\"options\": [\"RetainUIDs\"]");
        Attributes attributes = archive.add(SAMPLES.resolve("ct.dcm"));
        archive.uidMap.put(attributes.getString(0x00080018), "2.25.4711");
        attributes.setString(0x00080018, VR.UI, "2.25.4711");
        archive.export("anonymized:dir:" + out, "profile=uids");
        assertThat(files().get(0).getFileName()).hasToString("2.25.4711.dcm");
    }

    @Test
    void a_storage_without_files_is_read_as_streams_with_the_same_result() throws Exception {
        archive.add(SAMPLES.resolve("us-rle.dcm"));
        archive.export("anonymized:dir:" + out);
        TestArchive other = new TestArchive(folder.resolve("other"), false);
        other.add(SAMPLES.resolve("us-rle.dcm"));
        Files.copy(
                folder.resolve("project.key"),
                folder.resolve("other/project.key"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path second = folder.resolve("second");
        other.export("anonymized:dir:" + second);
        Path relative = out.relativize(files().get(0));
        assertThat(second.resolve(relative)).hasSameBinaryContentAs(out.resolve(relative));
    }

    @Test
    void a_second_try_gives_the_same_files() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        archive.export("anonymized:dir:" + out);
        List<Path> before = files();
        byte[] first = Files.readAllBytes(before.get(0));
        archive.export("anonymized:dir:" + out);
        assertThat(files()).isEqualTo(before);
        assertThat(before.get(0)).hasBinaryContent(first);
    }

    @Test
    void an_object_that_is_broken_or_gone_does_not_hinder_the_others() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        archive.add(SAMPLES.resolve("mr.dcm"));
        archive.add(SAMPLES.resolve("pdf.dcm"));
        Files.writeString(archive.file(0), "no DICOM at all, but Smith^John");
        Files.delete(archive.file(1));
        Outcome outcome = archive.export("anonymized:dir:" + out);
        assertThat(outcome.getStatus()).isEqualTo(Task.Status.FAILED);
        assertThat(outcome.getDescription())
                .startsWith("completed:1, refused:1, failed:1: ")
                .contains("it is broken: ")
                .contains("it could not be read from its storage")
                .doesNotContain("Smith")
                .hasSizeLessThanOrEqualTo(255);
        assertThat(archive.audit).containsExactly("begin to dir:" + out, "end 1/2");
        assertThat(files()).hasSize(1);
    }

    @Test
    void what_can_never_be_sent_is_no_reason_for_another_try() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        Files.writeString(archive.file(0), "no DICOM at all");
        assertThat(archive.export("anonymized:dir:" + out).getStatus()).isEqualTo(Task.Status.WARNING);
    }

    @Test
    void the_paths_are_those_of_the_pattern() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        archive.export("anonymized:dir:" + out, "path={Modality}/{AccessionNumber}/x-{SOPInstanceUID}.dcm");
        assertThat(out.relativize(files().get(0)).toString()).matches("CT/none/x-2\\.25\\.[0-9]+\\.dcm");
    }

    @Test
    void a_zip_file_holds_the_study() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        archive.add(SAMPLES.resolve("us-rle.dcm"));
        Outcome outcome = archive.export("anonymized:dir:" + out, "zip=true", "path={Modality}/{SOPInstanceUID}.dcm");
        assertThat(outcome.getDescription()).startsWith("completed:2 - ");
        assertThat(files()).hasSize(1);
        try (ZipFile zip = new ZipFile(files().get(0).toFile())) {
            assertThat(zip.size()).isEqualTo(2);
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                assertThat(entry.getName().toLowerCase(Locale.ROOT)).matches("(ct|us)/2\\.25\\.[0-9]+\\.dcm");
                Path file = folder.resolve("entry.dcm");
                Files.write(file, zip.getInputStream(entry).readAllBytes());
                assertThat(Program.run("dcmdump", "-q", file.toString()).exit()).isZero();
            }
        }
    }

    @Test
    void a_request_may_name_another_profile_that_is_allowed() throws Exception {
        archive.profile("uids", "\"options\": [\"RetainUIDs\"]");
        String uid = archive.add(SAMPLES.resolve("ct.dcm")).getString(0x00080018);
        archive.request = "/dcm4chee-arc/aets/ARCHIVE/rs/studies/1.2.3/export/DEID?batchID=a&profile=uids";
        archive.export("anonymized:dir:" + out, "profiles=basic,uids");
        assertThat(files().get(0).getFileName()).hasToString(uid + ".dcm");
    }
}
