// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.judges;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Raw;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.testing.DataSetText;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has to hold over several files, and over several runs. */
class LinkedObjectsTest {
    private static final Path SAMPLES = Path.of("../../docs/samples");

    private static final String CT = """
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
            SOPInstanceUID UI 1.2.3.4711.1
            Modality CS CT
            PatientName PN Doe^Jane
            PatientID LO 4711
            StudyInstanceUID UI 1.2.3.4711.2
            SeriesInstanceUID UI 1.2.3.4711.3
            FrameOfReferenceUID UI 1.2.3.4711.4
            """;

    private static final String STRUCTURES = """
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.481.3
            SOPInstanceUID UI 1.2.3.4711.9
            Modality CS RTSTRUCT
            PatientName PN Doe^Jane
            PatientID LO 4711
            StudyInstanceUID UI 1.2.3.4711.2
            SeriesInstanceUID UI 1.2.3.4711.8
            ReferencedFrameOfReferenceSequence SQ
              -
                FrameOfReferenceUID UI 1.2.3.4711.4
                RTReferencedStudySequence SQ
                  -
                    ReferencedSOPClassUID UI 1.2.840.10008.3.1.2.3.1
                    ReferencedSOPInstanceUID UI 1.2.3.4711.2
                    RTReferencedSeriesSequence SQ
                      -
                        SeriesInstanceUID UI 1.2.3.4711.3
                        ContourImageSequence SQ
                          -
                            ReferencedSOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
                            ReferencedSOPInstanceUID UI 1.2.3.4711.1
            StructureSetROISequence SQ
              -
                ROINumber IS 1
                ReferencedFrameOfReferenceUID UI 1.2.3.4711.4
            """;

    @TempDir
    private Path folder;

    /** As if each were another process: a new one for each object. */
    private static Anonymizer anonymizer() {
        return Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        DicomDataSet set = (DicomDataSet) DataSetText.parse(text);
        DicomWriter.write(DicomObject.of(set, TransferSyntax.EXPLICIT_LITTLE), file);
        return file;
    }

    private Path treat(Path input) throws IOException {
        Path output = folder.resolve("out-" + input.getFileName());
        anonymizer().anonymize(input, output);
        return output;
    }

    private static String print(Path file) throws IOException {
        try (DicomObject object = DicomReader.read(file)) {
            return DataSetText.print(object.fileMeta()) + DataSetText.print(object.dataSet());
        }
    }

    private static List<String> values(String text, String keyword) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(keyword + " "))
                .map(line -> line.substring(keyword.length() + 4))
                .toList();
    }

    @Test
    void a_structure_set_and_its_CT_stay_linked_though_treated_apart() throws IOException {
        String ct = print(treat(write("ct.dcm", CT)));
        String structures = print(treat(write("structures.dcm", STRUCTURES)));

        String instance = values(ct, "SOPInstanceUID").get(0);
        String study = values(ct, "StudyInstanceUID").get(0);
        String frame = values(ct, "FrameOfReferenceUID").get(0);
        assertThat(values(structures, "ReferencedSOPInstanceUID")).containsExactly(study, instance);
        assertThat(values(structures, "SeriesInstanceUID"))
                .contains(values(ct, "SeriesInstanceUID").get(0));
        assertThat(values(structures, "FrameOfReferenceUID")).containsExactly(frame);
        assertThat(values(structures, "ReferencedFrameOfReferenceUID")).containsExactly(frame);
        assertThat(values(structures, "PatientID")).isEqualTo(values(ct, "PatientID"));
        assertThat(values(ct, "MediaStorageSOPInstanceUID")).containsExactly(instance);
    }

    @Test
    void no_original_UID_is_left_anywhere_in_the_bytes() throws IOException {
        assertThat(Files.readString(treat(write("structures.dcm", STRUCTURES)), ISO_8859_1))
                .doesNotContain("1.2.3.4711", "Doe");
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".dcm")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void two_runs_with_the_same_key_give_identical_files(Path sample) throws IOException {
        Path first = folder.resolve("first.dcm");
        Path second = folder.resolve("second.dcm");
        anonymizer().anonymize(sample, first);
        anonymizer().anonymize(sample, second);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void dciodvfy_finds_no_new_error_in_a_sample(Path sample) throws IOException {
        Path input = inflated(sample);
        assertThat(Program.newDciodvfyErrors(input, treat(input))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_second_pass_over_a_sample_keeps_it_legal(Path sample) throws IOException {
        Path input = inflated(sample);
        Path twice = folder.resolve("twice");
        Anonymizer.builder().build().anonymize(treat(input), twice);
        assertThat(Program.newDciodvfyErrors(input, twice)).isEmpty();
    }

    /** dciodvfy does not inflate. */
    private Path inflated(Path sample) throws IOException {
        try (DicomObject object = DicomReader.read(sample)) {
            if (!object.transferSyntax().isDeflated()) return sample;
        }
        Path inflated = folder.resolve("inflated-" + sample.getFileName());
        assertThat(Program.run("dcmconv", "+te", sample.toString(), inflated.toString())
                        .exit())
                .isZero();
        return inflated;
    }

    @Test
    void a_Japanese_name_in_an_item_with_its_own_character_set_is_gone() throws IOException {
        byte[] kanji = "\u5c71\u7530^\u592a\u90ce".getBytes(Charset.forName("ISO-2022-JP"));
        byte[] kana = "\u30e4\u30de\u30c0".getBytes(Charset.forName("Shift_JIS"));
        byte[] item = Raw.explicit()
                .element(0x00080005, "CS", "\\ISO 2022 IR 87 ")
                .element(0x00081050, "PN", even("Yamada^Tarou=", kanji))
                .element(0x00100010, "PN", even("Yamada^Tarou=", kanji))
                .element(0x00104000, "LT", even("", kanji))
                .bytes();
        byte[] half = Raw.explicit()
                .element(0x00080005, "CS", "ISO_IR 13 ")
                .element(0x00101001, "PN", even("", kana))
                .bytes();
        byte[] dataSet = Raw.explicit()
                .element(0x00080005, "CS", "ISO_IR 100")
                .element(0x00081115, "SQ", Raw.explicit().item(item).item(half).bytes())
                .element(0x00100010, "PN", "M\u00fcller")
                .bytes();
        Path input = folder.resolve("japanese.dcm");
        Files.write(input, Raw.file("1.2.840.10008.1.2.1", dataSet));
        String output = Files.readString(treat(input), ISO_8859_1);
        assertThat(output)
                .doesNotContain("Yamada", new String(kanji, 3, 4, ISO_8859_1), new String(kana, ISO_8859_1), "ller")
                .contains("ISO 2022 IR 87");
    }

    private static byte[] even(String before, byte[] text) {
        String whole = before + new String(text, ISO_8859_1);
        return (whole.length() % 2 == 0 ? whole : whole + " ").getBytes(ISO_8859_1);
    }

    @Test
    void a_UID_is_the_same_whatever_it_is_padded_with_and_none_stays_none() throws IOException {
        byte[] dataSet = Raw.explicit()
                .element(0x00080014, "UI", "1.2.3.47110\0")
                .element(0x00080018, "UI", "1.2.3.47110 ")
                .element(0x00083010, "UI", " 1.2.3.47110\\1.2.3.47110\0\\1.2.03.47110\\\0\0")
                .element(0x0020000D, "UI", "")
                .element(0x0020000E, "UI", "\0\0")
                .bytes();
        Path input = folder.resolve("padded.dcm");
        Files.write(input, Raw.file("1.2.840.10008.1.2.1", dataSet));
        String text = print(treat(input));
        String uid = values(text, "SOPInstanceUID").get(0);
        assertThat(uid).matches("2\\.25\\.[1-9]\\d+");
        assertThat(values(text, "InstanceCreatorUID")).containsExactly(uid);
        assertThat(values(text, "IrradiationEventUID").get(0))
                .matches("\\Q" + uid + "\\" + uid + "\\\\E2\\.25\\.\\d+\\\\?")
                .doesNotContain("4711");
        assertThat(text).contains("StudyInstanceUID UI\n", "SeriesInstanceUID UI\n");
    }

    @Test
    void a_refused_object_leaves_no_file() throws IOException {
        Path input = write(
                "document.dcm",
                "EncapsulatedDocument OB 4a616e65\nMIMETypeOfEncapsulatedDocument LO application/x-unknown\n");
        List<Path> before = list();
        try {
            treat(input);
        } catch (RefusedException e) {
            assertThat(list()).isEqualTo(before);
            return;
        }
        throw new AssertionError("not refused");
    }

    private List<Path> list() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.sorted().forEach(files::add);
        }
        return files;
    }
}
