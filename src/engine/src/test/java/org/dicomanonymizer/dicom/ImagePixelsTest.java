// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a codec gets of an image, and what of its answer comes into the image; dcmdrle is the codec. */
class ImagePixelsTest {
    private static final Path COMPRESSED = Path.of("../../docs/samples/us-rle.dcm");

    @TempDir
    Path folder;

    private Path decompressed(DicomObject pixels) throws IOException {
        Path given = folder.resolve("given.dcm");
        Path result = folder.resolve("result.dcm");
        DicomWriter.write(pixels, given);
        assertThat(Program.run("dcmdrle", "+te", given.toString(), result.toString())
                        .exit())
                .isZero();
        return result;
    }

    @Test
    void a_codec_gets_pixels_and_nothing_else() throws IOException {
        try (DicomObject image = DicomReader.read(COMPRESSED)) {
            assertThat(ImagePixels.areCompressed(image)).isTrue();
            assertThat(IntStream.of(ImagePixels.of(image).dataSet().tags()).mapToObj(Tag::toString))
                    .contains("(7FE0,0010)", "(0028,0010)")
                    .allMatch(tag -> tag.matches("\\(0008,001[68]\\)|\\(0028,.*|\\(7FE0,0010\\)"));
        }
    }

    @Test
    void an_image_gets_its_pixels_and_keeps_the_rest() throws IOException {
        DicomObject image = DicomReader.read(COMPRESSED);
        String patient = image.dataSet().string(Tags.PATIENT_ID);
        Path result = decompressed(ImagePixels.of(image));
        try (DicomObject replaced = ImagePixels.replace(image, DicomReader.read(result))) {
            assertThat(ImagePixels.areCompressed(replaced)).isFalse();
            assertThat(replaced.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE);
            assertThat(replaced.fileMeta().string(Tags.TRANSFER_SYNTAX_UID)).isEqualTo("1.2.840.10008.1.2.1");
            assertThat(replaced.dataSet().string(Tags.PATIENT_ID)).isEqualTo(patient);
            assertThat(replaced.dataSet().length(Tags.PIXEL_DATA))
                    .isEqualTo(ImagePixels.Form.of(replaced.dataSet()).length());
        }
    }

    /** Another number of rows; frames that are missing; pixels that share samples; pixels that are missing. */
    @ParameterizedTest
    @ValueSource(strings = {"0028,0010=16", "0028,0008=1", "0028,0004=YBR_FULL_422", "7fe0,0010=00\\00"})
    void pixels_that_are_not_those_of_the_image_are_no_replacement(String change) throws IOException {
        try (DicomObject image = DicomReader.read(COMPRESSED)) {
            Path result = decompressed(ImagePixels.of(image));
            assertThat(Program.run("dcmodify", "-nb", "-i", change, result.toString())
                            .exit())
                    .isZero();
            try (DicomObject pixels = DicomReader.read(result)) {
                assertThatThrownBy(() -> ImagePixels.replace(image, pixels))
                        .isInstanceOf(IllegalArgumentException.class);
                assertThat(ImagePixels.areCompressed(image)).isTrue();
            }
        }
    }
}
