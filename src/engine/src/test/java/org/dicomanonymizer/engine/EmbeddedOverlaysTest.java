// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Overlay planes in the unused bits of real pixels. */
class EmbeddedOverlaysTest {
    private static final Anonymizer ANONYMIZER =
            Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build();
    private static final int BITS_ALLOCATED = 0x00280100;
    private static final int BITS_STORED = 0x00280101;
    private static final int HIGH_BIT = 0x00280102;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}, {1} rows")
    @CsvSource({
        "1.2.840.10008.1.2, 10",
        "1.2.840.10008.1.2, 300",
        "1.2.840.10008.1.2.1, 10",
        "1.2.840.10008.1.2.1, 300",
        "1.2.840.10008.1.2.1.99, 300",
        "1.2.840.10008.1.2.2, 10",
        "1.2.840.10008.1.2.2, 300"
    })
    void the_plane_goes_out_of_the_pixels_and_the_image_stays(String syntax, int size) throws IOException {
        TransferSyntax transferSyntax = TransferSyntax.of(syntax);
        Path output = anonymize(image(transferSyntax, size, 16));
        try (DicomObject object = DicomReader.read(output)) {
            ByteBuffer pixels = ByteBuffer.wrap(object.dataSet().bytes(Tags.PIXEL_DATA))
                    .order(object.dataSet().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            assertThat(pixels.remaining()).isEqualTo(size * size * 2);
            for (int i = 0; i < size * size; i++)
                assertThat(pixels.getShort()).as("pixel " + i).isEqualTo((short) pixel(i));
        }
    }

    @Test
    void pydicom_sees_the_same_image_without_the_plane() throws IOException {
        Path input = image(TransferSyntax.of("1.2.840.10008.1.2.2"), 300, 16);
        Program.Run run = Program.run(
                "/usr/bin/python3",
                "-c",
                """
                import sys, pydicom
                before, after = (pydicom.dcmread(name).pixel_array for name in sys.argv[1:])
                assert (before & 0x1000).any() and not (after & 0xF000).any()
                assert ((before & 0x0FFF) == after).all()
                """,
                input.toString(),
                anonymize(input).toString());
        assertThat(run.exit()).as(run.output()).isZero();
    }

    @Test
    void a_stream_is_treated_like_a_file() throws IOException {
        Path input = image(TransferSyntax.of("1.2.840.10008.1.2.1"), 1000, 16);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ANONYMIZER.anonymize(new ByteArrayInputStream(Files.readAllBytes(input)), output);
        assertThat(output.toByteArray()).isEqualTo(Files.readAllBytes(anonymize(input)));
    }

    @Test
    void pixels_of_8_bits_have_unused_ones_too() throws IOException {
        Path output = anonymize(image(TransferSyntax.of("1.2.840.10008.1.2.1"), 100, 8));
        try (DicomObject object = DicomReader.read(output)) {
            byte[] pixels = object.dataSet().bytes(Tags.PIXEL_DATA);
            for (int i = 0; i < pixels.length; i++) assertThat(pixels[i]).isEqualTo((byte) (pixel(i) & 0x3F));
        }
    }

    @Test
    void a_plane_that_a_rule_keeps_stays_in_the_pixels() throws IOException {
        Path input = image(TransferSyntax.of("1.2.840.10008.1.2.1"), 10, 16);
        Path output = folder.resolve("kept.dcm");
        Anonymizer.builder().rule("(60xx,xxxx)", "keep").build().anonymize(input, output);
        assertThat(pixels(output)).isEqualTo(pixels(input));
    }

    @Test
    void a_plane_that_a_rule_of_keep_all_deletes_goes() throws IOException {
        Path output = folder.resolve("deleted.dcm");
        Anonymizer.builder()
                .profile(Profile.keepAll())
                .rule("(60xx,xxxx)", "delete")
                .build()
                .anonymize(image(TransferSyntax.of("1.2.840.10008.1.2.1"), 10, 16), output);
        assertThat(pixels(output)).isEqualTo(pixels(anonymize(folder.resolve("in.dcm"))));
    }

    @Test
    void bits_of_the_image_itself_are_left_alone() throws IOException {
        Path input = image(TransferSyntax.of("1.2.840.10008.1.2.1"), 10, 16);
        Path other = folder.resolve("stored.dcm");
        try (DicomObject object = DicomReader.read(input)) {
            object.dataSet().setString(BITS_STORED, VR.US, "16");
            object.dataSet().setString(HIGH_BIT, VR.US, "15");
            DicomWriter.write(object, other);
        }
        assertThat(pixels(anonymize(other))).isEqualTo(pixels(other));
    }

    @Test
    void compressed_pixels_with_a_plane_in_them_are_refused() throws IOException {
        Path input = Path.of("/usr/lib/python3/dist-packages/pydicom/data/test_files/MR_small_RLE.dcm");
        Path withPlane = folder.resolve("rle.dcm");
        try (DicomObject object = DicomReader.read(input)) {
            object.dataSet().setString(BITS_STORED, VR.US, "12");
            object.dataSet().setString(HIGH_BIT, VR.US, "11");
            addPlane(object.dataSet(), 64, 12);
            DicomWriter.write(object, withPlane);
        }
        assertThatThrownBy(() -> ANONYMIZER.preview(withPlane))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("unused bits of Pixel Data (7FE0,0010)")
                .hasMessageContaining("decompress");
    }

    private Path anonymize(Path input) throws IOException {
        Path output = folder.resolve(input.getFileName() + ".out");
        ANONYMIZER.anonymize(input, output);
        return output;
    }

    private static byte[] pixels(Path file) throws IOException {
        try (DicomObject object = DicomReader.read(file)) {
            return object.dataSet().bytes(Tags.PIXEL_DATA);
        }
    }

    /** The value of a pixel without the overlay: 12 bits. */
    private static int pixel(int index) {
        return index * 37 & 0x0FFF;
    }

    /** Every third pixel is marked by the plane. */
    private Path image(TransferSyntax syntax, int size, int allocated) throws IOException {
        DicomDataSet set = DicomDataSet.create(syntax);
        set.setString(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        set.setString(Tags.SOP_INSTANCE_UID, VR.UI, "1.2.3.4");
        set.setString(0x00280002, VR.US, "1");
        set.setString(0x00280004, VR.CS, "MONOCHROME2");
        set.setString(0x00280010, VR.US, Integer.toString(size));
        set.setString(0x00280011, VR.US, Integer.toString(size));
        set.setString(BITS_ALLOCATED, VR.US, Integer.toString(allocated));
        set.setString(BITS_STORED, VR.US, allocated == 16 ? "12" : "6");
        set.setString(HIGH_BIT, VR.US, allocated == 16 ? "11" : "5");
        set.setString(0x00280103, VR.US, "0");
        addPlane(set, size, allocated == 16 ? 12 : 7);
        ByteBuffer pixels = ByteBuffer.allocate(size * size * allocated / 8)
                .order(set.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size * size; i++) {
            boolean marked = i % 3 == 0;
            if (allocated == 16) pixels.putShort((short) (pixel(i) | (marked ? 0x1000 : 0)));
            else pixels.put((byte) (pixel(i) & 0x3F | (marked ? 0x80 : 0)));
        }
        set.setBytes(Tags.PIXEL_DATA, allocated == 8 && !set.bigEndian() ? VR.OB : VR.OW, pixels.array());
        DicomObject object = DicomObject.of(set, syntax);
        Path file = folder.resolve("in.dcm");
        DicomWriter.write(object, file);
        return file;
    }

    private static void addPlane(DicomDataSet set, int size, int bit) {
        set.setString(0x60000010, VR.US, Integer.toString(size));
        set.setString(0x60000011, VR.US, Integer.toString(size));
        set.setString(0x60000040, VR.CS, "G");
        set.setStrings(0x60000050, VR.SS, List.of("1", "1"));
        set.setString(0x60000100, VR.US, "16");
        set.setString(0x60000102, VR.US, Integer.toString(bit));
    }
}
