// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.dicomanonymizer.testing.Program;
import org.dicomanonymizer.testing.ReportText;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports under Clean Structured Content, judged by dciodvfy and by dcmtk's dsrdump, which knows what trees have to be like. */
class StructuredReportsTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for tests only");
    private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data/test_files");
    private static final String REPORTS = "/org/dicomanonymizer/judges/reports/";

    private static final List<Set<ProfileOption>> OPTIONS = List.of(
            EnumSet.of(ProfileOption.CLEAN_STRUCTURED_CONTENT),
            EnumSet.of(ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES),
            EnumSet.of(ProfileOption.CLEAN_STRUCTURED_CONTENT, ProfileOption.CLEAN_DESCRIPTORS),
            EnumSet.of(
                    ProfileOption.CLEAN_STRUCTURED_CONTENT,
                    ProfileOption.RETAIN_UIDS,
                    ProfileOption.RETAIN_DEVICE_IDENTITY,
                    ProfileOption.RETAIN_INSTITUTION_IDENTITY,
                    ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES));

    @TempDir
    private Path folder;

    static Stream<Arguments> reports() {
        List<String> names = List.of(
                "basic-text",
                "enhanced",
                "comprehensive",
                "comprehensive-3d",
                "key-object",
                "procedure-log",
                "radiation-dose",
                "radiopharmaceutical-dose");
        return OPTIONS.stream().flatMap(options -> names.stream().map(name -> Arguments.of(name, options)));
    }

    static Stream<Arguments> files() {
        List<Path> files = List.of(
                PYDICOM.resolve("test-SR.dcm"),
                PYDICOM.resolve("reportsi.dcm"),
                PYDICOM.resolve("reportsi_with_empty_number_tags.dcm"),
                PYDICOM.resolve("waveform_ecg.dcm"),
                Path.of("../../docs/samples/report.dcm"));
        return OPTIONS.stream().flatMap(options -> files.stream().map(file -> Arguments.of(file, options)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reports")
    void a_report_of_each_kind_stays_legal_and_readable(String name, Set<ProfileOption> options) throws IOException {
        Path input = write(name);
        assertThat(Program.dciodvfyErrors(input)).as("errors of the input").isEmpty();
        Path output = anonymize(input, options);
        assertThat(Program.dciodvfyErrors(output)).isEmpty();
        Program.Run dump = Program.run("dsrdump", output.toString());
        assertThat(dump.exit()).as(dump.output()).isZero();
        assertThat(dump.output()).contains("<CONTAINER").doesNotContain("E: ", "Doe", "Jane", "Sommer");
        assertThat(warnings(dump)).isEqualTo(warnings(Program.run("dsrdump", input.toString())));
    }

    private static List<String> warnings(Program.Run dump) {
        return dump.output().lines().filter(line -> line.startsWith("W: ")).toList();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("files")
    void files_of_others_get_no_new_error(Path input, Set<ProfileOption> options) throws IOException {
        Path output = anonymize(input, options);
        List<String> errors = new ArrayList<>(Program.dciodvfyErrors(output));
        Program.dciodvfyErrors(input).forEach(errors::remove);
        assertThat(errors).isEmpty();
        assertThat(Program.run("dsrdump", output.toString()).exit())
                .isEqualTo(Program.run("dsrdump", input.toString()).exit());
    }

    private Path anonymize(Path input, Set<ProfileOption> options) throws IOException {
        Path output = folder.resolve("after.dcm");
        Anonymizer.builder()
                .profile(Profile.basic().withOptions(options))
                .key(KEY)
                .build()
                .anonymize(input, output);
        return output;
    }

    /** A file of a report: what all reports share, what its kind adds, and the tree below a line of dashes. */
    private Path write(String name) throws IOException {
        String[] parts = resource(name).split("----\n");
        DicomDataSet root = (DicomDataSet) DataSetText.parse(resource("common") + parts[0]);
        ReportText.parse(root, parts[1]);
        Path file = folder.resolve("before.dcm");
        DicomObject object = DicomObject.of(root, TransferSyntax.EXPLICIT_LITTLE);
        object.fileMeta().setString(Tags.IMPLEMENTATION_CLASS_UID, VR.UI, "2.25.1");
        DicomWriter.write(object, file);
        return file;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = StructuredReportsTest.class.getResourceAsStream(REPORTS + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
