// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.UidRegistry;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Basic Profile on files that others made, judged by programs that others wrote. */
class RealFilesTest {
    private static final Path PYDICOM_FILES = Path.of("/usr/lib/python3/dist-packages/pydicom/data");

    /** Texts of listed attributes that are too short or too common to be searched for in a file. */
    private static final int SHORTEST_TRACE = 5;

    private static final Anonymizer ANONYMIZER =
            Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build();

    @TempDir
    static Path folder;

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(PYDICOM_FILES)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().matches(".*\\.(py|pyc|json|txt|md|gz)"))
                    .sorted()
                    .filter(RealFilesTest::isReadable)
                    .toList();
        }
    }

    /** What is broken, is no DICOM object, or is a DICOMDIR has tests of its own. */
    private static boolean isReadable(Path file) {
        try (DicomObject object = DicomReader.read(file)) {
            return !object.dataSet().contains(Tags.DIRECTORY_RECORD_SEQUENCE);
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void most_of_the_files_are_readable() throws IOException {
        assertThat(files()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("files")
    void is_de_identified_and_stays_legal(Path input) throws IOException {
        Path output = anonymize(input);
        assertThat(Program.run("dcmdump", "-q", output.toString()).exit())
                .as("exit status of dcmdump")
                .isEqualTo(Program.run("dcmdump", "-q", input.toString()).exit());
        assertThat(Program.newDciodvfyErrors(input, output))
                .as("new errors of dciodvfy")
                .isEmpty();
        assertThat(unblanked(pixels(output), pixels(input))).as("pixel data").isEqualTo(pixels(input));
        assertThat(traces(input, output))
                .as("listed attributes whose values are left")
                .isEmpty();
    }

    @Test
    void pydicom_reads_all_outputs() throws IOException {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", """
                import sys, pydicom
                for name in sys.argv[1:]:
                    data = pydicom.dcmread(name)
                    assert data.PatientIdentityRemoved == 'YES', name
                    for element in data.iterall(): element.value
                """));
        for (Path input : files()) command.add(anonymize(input).toString());
        Program.Run run = Program.run(command.toArray(String[]::new));
        assertThat(run.exit()).as(run.output()).isZero();
    }

    private static Path anonymize(Path input) throws IOException {
        Path output = folder.resolve(PYDICOM_FILES.relativize(input).toString().replace('/', '_'));
        if (!Files.exists(output)) ANONYMIZER.anonymize(input, output);
        return output;
    }

    private static byte[] pixels(Path file) throws IOException {
        try (DicomObject object = DicomReader.read(file);
                InputStream pixels = object.dataSet().open(Tags.PIXEL_DATA)) {
            return pixels.readAllBytes();
        }
    }

    /** With what was blanked, which some compressed frames have beside the picture, as it was. */
    private static byte[] unblanked(byte[] after, byte[] before) {
        for (int i = 0; i < Math.min(after.length, before.length); i++)
            if (after[i] == ' ' || after[i] == 0) after[i] = before[i];
        return after;
    }

    /** The tags of listed attributes of which a value stands somewhere in the output, though no other attribute had it. */
    private static Set<String> traces(Path input, Path output) throws IOException {
        String bytes = Files.readString(output, StandardCharsets.ISO_8859_1);
        Set<String> traces = new HashSet<>();
        try (DicomObject original = DicomReader.read(input)) {
            StringBuilder others = new StringBuilder();
            collectOthers(original.dataSet(), others);
            collectTraces(original.dataSet(), bytes, others.toString(), traces);
        }
        return traces;
    }

    private static void collectOthers(DataSet set, StringBuilder others) {
        for (int tag : set.tags()) {
            if (Edition.latest().row(tag) == null)
                set.strings(tag).forEach(value -> others.append(value).append('\n'));
            for (DataSet item : set.items(tag)) collectOthers(item, others);
        }
    }

    private static void collectTraces(DataSet set, String bytes, String others, Set<String> traces) {
        for (int tag : set.tags()) {
            for (DataSet item : set.items(tag)) collectTraces(item, bytes, others, traces);
            VR vr = set.vr(tag);
            if (Edition.latest().row(tag) == null || !vr.isString() || vr == VR.DS || vr == VR.IS || vr == VR.CS)
                continue;
            for (String value : set.strings(tag)) {
                if (value.length() < SHORTEST_TRACE
                        || others.contains(value)
                        || UidRegistry.standard().isRegistered(value)) continue;
                if (value.chars().allMatch(c -> c < 128) && bytes.contains(value)) traces.add(Tag.toString(tag));
            }
        }
    }
}
