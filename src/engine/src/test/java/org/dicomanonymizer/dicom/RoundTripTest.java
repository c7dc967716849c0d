// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Reading and writing without a change gives what was read: over all files that pydicom tests itself with. */
class RoundTripTest {
    /** Cut off, or with lengths that can't be: refused with the reason. */
    private static final Map<String, String> BROKEN = Map.of(
            "test_files/MR_truncated.dcm",
                    "element (7FE0,0010) at byte 1488: its value of 8192 bytes is longer than the file",
            "test_files/rtplan_truncated.dcm", "element (300A,00B0) at byte 1410: its value of 976 bytes is longer",
            "test_files/dicomdirtests/DICOMDIR-nooffset", "element (0004,1220) at byte 10868: an item is longer");

    /** Files of other kinds, and one that lacks its first byte. */
    private static final Set<String> OTHER = Set.of(
            "charset_files/FileInfo.txt",
            "hashes.json",
            "urls.json",
            "palettes/README.md",
            "test_files/README.txt",
            "test_files/dicomdirtests/README.txt",
            "test_files/dicomdirtests/TINY_ALPHA/README",
            "test_files/rtplan.dump",
            "test_files/rtstruct.dump",
            "test_files/test1.json",
            "test_files/test_PN.json",
            "test_files/zipMR.gz",
            "test_files/no_meta.dcm");

    /** With an element twice; deflated. */
    private static final Set<String> NOT_IDENTICAL = Set.of("palettes/winter.dcm", "test_files/image_dfl.dcm");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> every_file_comes_out_as_it_went_in() {
        return Pydicom.files().stream().map(file -> {
            String name = Pydicom.DATA.relativize(file).toString();
            return DynamicTest.dynamicTest(name, () -> {
                if (BROKEN.containsKey(name)) {
                    assertThatThrownBy(() -> DicomReader.read(file))
                            .isInstanceOf(DicomException.class)
                            .isNotInstanceOf(NotDicomException.class)
                            .hasMessageStartingWith(file.toString())
                            .hasMessageContaining(BROKEN.get(name));
                } else if (OTHER.contains(name)) {
                    assertThatThrownBy(() -> DicomReader.read(file)).isInstanceOf(NotDicomException.class);
                } else if (!NOT_IDENTICAL.contains(name)) {
                    assertIdentical(file);
                }
            });
        });
    }

    private void assertIdentical(Path file) throws IOException {
        byte[] expected = Files.readAllBytes(file);
        Path copy = folder.resolve("copy");
        try (DicomObject object = DicomReader.read(file)) {
            DicomWriter.write(object, copy);
            assertThat(Files.readAllBytes(copy)).as("file to file").isEqualTo(expected);
            assertThat(written(object)).as("file to stream").isEqualTo(expected);
        } finally {
            Files.deleteIfExists(copy);
        }
        try (DicomObject object = DicomReader.read(expected)) {
            assertThat(written(object)).as("from memory").isEqualTo(expected);
        }
        try (DicomObject object = DicomReader.read(new ByteArrayInputStream(expected))) {
            assertThat(written(object)).as("from a stream").isEqualTo(expected);
        }
    }

    @Test
    void a_deflated_data_set_is_the_same_after_inflating() throws Exception {
        Path file = Pydicom.file("test_files/image_dfl.dcm");
        Path copy = folder.resolve("copy.dcm");
        try (DicomObject object = DicomReader.read(file)) {
            assertThat(object.transferSyntax()).isEqualTo(TransferSyntax.DEFLATED);
            assertThat(object.warnings()).containsExactly("the bytes behind the deflated data set are left out");
            DicomWriter.write(object, copy);
            try (DicomObject again = DicomReader.read(copy)) {
                assertThat(again.warnings()).isEmpty();
                assertThat(again.dataSet().tags()).isEqualTo(object.dataSet().tags());
                assertThat(again.dataSet().bytes(0x7FE00010))
                        .hasSize(262144)
                        .isEqualTo(object.dataSet().bytes(0x7FE00010));
            }
        }
        assertThat(Program.run(List.of("dcmdump", "+P", "0028,0010", copy.toString())))
                .contains("US 512");
    }

    @Test
    void of_two_elements_with_one_tag_the_first_stays() throws IOException {
        try (DicomObject object = DicomReader.read(Pydicom.file("palettes/winter.dcm"))) {
            assertThat(object.warnings())
                    .containsExactly(
                            "(0008,0018): a second element of this tag is left out",
                            "the elements are not in ascending order");
            assertThat(DicomReader.read(written(object)).warnings()).isEmpty();
        }
    }

    static byte[] written(DicomObject object) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(object, out);
        return out.toByteArray();
    }
}
