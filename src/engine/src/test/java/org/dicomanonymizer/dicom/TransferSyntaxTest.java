// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferSyntaxTest {
    private static final int PIXEL_DATA = 0x7FE00010;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.94", "1.2.840.10008.1.2.4.204", "1.3.6.1.4.1.99999.1"
            })
    void explicit_little_endian(String uid) throws Exception {
        assertUnchanged(Raw.file(uid, plain(Raw.explicit())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.113619.5.2"})
    void implicit_little_endian(String uid) throws Exception {
        assertUnchanged(Raw.file(uid, plain(Raw.implicit())));
    }

    @Test
    void explicit_big_endian() throws Exception {
        byte[] file = Raw.file("1.2.840.10008.1.2.2", plain(Raw.big()));
        assertUnchanged(file);
        try (DicomObject object = DicomReader.read(file)) {
            assertThat(object.dataSet().bigEndian()).isTrue();
            assertThat(object.dataSet().strings(0x00280010)).containsExactly("300");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2.1.98",
                "1.2.840.10008.1.2.4.50",
                "1.2.840.10008.1.2.4.90",
                "1.2.840.10008.1.2.4.103",
                "1.2.840.10008.1.2.4.201",
                "1.2.840.10008.1.2.5",
                "1.2.840.10008.1.2.7.2",
                "1.2.840.10008.1.2.8.1",
                "1.3.6.1.4.1.99999.2"
            })
    void encapsulated(String uid) throws Exception {
        byte[] file = Raw.file(uid, encapsulated(Raw.explicit()).bytes());
        assertUnchanged(file);
        try (DicomObject object = DicomReader.read(file)) {
            assertThat(object.transferSyntax().isEncapsulated()).isTrue();
            assertThat(object.dataSet().vr(PIXEL_DATA)).isEqualTo(VR.OB);
            assertThat(object.dataSet().length(PIXEL_DATA)).isEqualTo(8 + 4 + 8 + 6 + 8 + 20000);
            assertThat(object.dataSet().bytes(PIXEL_DATA))
                    .hasSize(20034)
                    .startsWith(0xFE, 0xFF, 0x00, 0xE0, 4, 0, 0, 0);
            assertThat(object.dataSet().string(0xFFFCFFFC)).isNull();
            assertThat(object.dataSet().contains(0xFFFCFFFC))
                    .as("what stands behind the pixel data")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.95", "1.2.840.10008.1.2.4.205"})
    void deflated(String uid) throws Exception {
        byte[] dataSet = plain(Raw.explicit());
        byte[] file = Raw.file(uid, deflate(dataSet, true));
        try (DicomObject object = DicomReader.read(file)) {
            assertThat(object.transferSyntax().isDeflated()).isTrue();
            assertThat(object.warnings()).isEmpty();
            byte[] written = RoundTripTest.written(object);
            assertThat(written.length % 2).isZero();
            try (DicomObject again = DicomReader.read(written)) {
                assertThat(again.warnings()).isEmpty();
                DicomObject inflated = DicomObject.of(again.dataSet(), TransferSyntax.EXPLICIT_LITTLE);
                inflated.setPreamble(null);
                inflated.setFileMeta(DicomDataSet.create());
                assertThat(RoundTripTest.written(inflated)).isEqualTo(dataSet);
            }
        }
    }

    @Test
    void a_zlib_header_of_a_deflated_data_set_is_dropped() throws Exception {
        byte[] file = Raw.file("1.2.840.10008.1.2.1.99", deflate(plain(Raw.explicit()), false));
        try (DicomObject object = DicomReader.read(file)) {
            assertThat(object.warnings()).anyMatch(warning -> warning.contains("zlib header"));
            assertThat(object.dataSet().string(0x00080060)).isEqualTo("OT");
            assertThat(DicomReader.read(RoundTripTest.written(object)).warnings())
                    .isEmpty();
        }
    }

    @Test
    void a_damaged_deflated_data_set_is_refused() {
        byte[] file = Raw.file("1.2.840.10008.1.2.1.99", deflate(plain(Raw.explicit()), true));
        assertThatThrownBy(() -> DicomReader.read(Arrays.copyOf(file, file.length - 10)))
                .isInstanceOf(DicomException.class)
                .hasMessage("the input: the deflated data set is damaged or incomplete; get a complete copy of it");
    }

    @Test
    void an_unknown_one_that_is_not_explicit_is_refused() {
        assertThatThrownBy(() -> DicomReader.read(Raw.file("1.3.6.1.4.1.99999.3", plain(Raw.implicit()))))
                .isInstanceOf(DicomException.class)
                .hasMessageContaining("its transfer syntax is not known");
    }

    @Test
    void the_data_overrule_a_wrong_transfer_syntax() throws Exception {
        byte[] explicit = Raw.file("1.2.840.10008.1.2", plain(Raw.explicit()));
        byte[] implicit = Raw.file("1.2.840.10008.1.2.1", plain(Raw.implicit()));
        byte[] big = Raw.file("1.2.840.10008.1.2.1", plain(Raw.big()));
        assertThat(DicomReader.read(explicit).transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE);
        assertThat(DicomReader.read(implicit).transferSyntax()).isEqualTo(TransferSyntax.IMPLICIT_LITTLE);
        assertThat(DicomReader.read(big).transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_BIG);
        for (byte[] file : List.of(explicit, implicit, big)) {
            assertThat(DicomReader.read(file).warnings())
                    .containsExactly("the data set is not encoded as its transfer syntax says");
            assertThat(RoundTripTest.written(DicomReader.read(file))).isEqualTo(file);
        }
    }

    @Test
    void a_new_data_set_must_be_made_for_its_transfer_syntax() {
        assertThatThrownBy(() -> DicomObject.of(DicomDataSet.create(), TransferSyntax.EXPLICIT_BIG))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Reads from all kinds of input, writes to all kinds of output, and lets dcmtk read it. */
    private void assertUnchanged(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("in.dcm"), bytes);
        Path copy = folder.resolve("out.dcm");
        try (DicomObject object = DicomReader.read(file)) {
            assertThat(object.dataSet().string(0x00080060)).isEqualTo("OT");
            DicomWriter.write(object, copy);
        }
        assertThat(copy).hasBinaryContent(bytes);
        for (DicomObject object : List.of(DicomReader.read(bytes), DicomReader.read(new ByteArrayInputStream(bytes)))) {
            assertThat(RoundTripTest.written(object)).isEqualTo(bytes);
            object.close();
        }
        if (!new String(bytes, 0, 400, StandardCharsets.ISO_8859_1).contains("99999")) {
            assertThat(Program.run(List.of("dcmdump", "-q", "+P", "0008,0060", copy.toString())))
                    .contains("[OT]");
        }
    }

    private static byte[] plain(Raw raw) {
        byte[] item = "XY".getBytes(StandardCharsets.US_ASCII);
        Raw nested = raw.fresh().element(0x00080100, "SH", item);
        return image(raw)
                .header(0x00082218, "SQ", nested.bytes().length + 8)
                .item(nested.bytes())
                .element(0x00280010, "US", raw.number(300, 2))
                .element(PIXEL_DATA, "OW", new byte[300 * 50 * 2])
                .element(0xFFFCFFFC, "OB", new byte[12])
                .bytes();
    }

    private static Raw image(Raw raw) {
        return raw.element(0x00080060, "CS", "OT");
    }

    private static Raw encapsulated(Raw raw) {
        return image(raw)
                .header(PIXEL_DATA, "OB", Raw.UNDEFINED)
                .item(new byte[4])
                .item(new byte[] {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0})
                .item(new byte[20000])
                .sequenceEnd()
                .element(0xFFFCFFFC, "OB", new byte[12]);
    }

    private static byte[] deflate(byte[] bytes, boolean raw) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(9, raw))) {
            deflated.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
