// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SamplesTest {
    static final List<String> NAMES = SampleMaker.NAMES;

    private static final Path SAMPLES = Path.of("../../docs/samples");
    private static final String REMEDY = "make them again: see docs/samples/README.md";

    @Test
    void the_folder_holds_these_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".dcm")))
                    .containsExactlyInAnyOrderElementsOf(
                            NAMES.stream().map(name -> name + ".dcm").toList());
        }
    }

    @Test
    void the_read_me_tells_what_each_is() throws IOException {
        assertThat(Files.readAllLines(SAMPLES.resolve("README.md")))
                .containsSequence(NAMES.stream()
                        .map(name -> "| [" + name + "](" + name + ".dcm) | " + SampleMaker.description(name) + " |")
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void the_committed_sample_is_what_the_maker_makes(String name) throws IOException {
        byte[] made = SampleMaker.make(name);
        byte[] committed = Files.readAllBytes(SAMPLES.resolve(name + ".dcm"));

        if (isDeflated(committed)) // other versions of zlib deflate to other bytes
        assertThat(print(committed)).as(REMEDY).isEqualTo(print(made));
        else assertThat(committed).as(REMEDY).isEqualTo(made);
    }

    private static boolean isDeflated(byte[] file) throws IOException {
        try (DicomObject object = DicomReader.read(file)) {
            return object.transferSyntax().isDeflated();
        }
    }

    private static String print(byte[] file) throws IOException {
        try (DicomObject object = DicomReader.read(file)) {
            return DataSetText.print(object.fileMeta()) + DataSetText.print(object.dataSet());
        }
    }
}
