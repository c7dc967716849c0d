// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Objects in another transfer syntax are as dcmtk's converter makes them. */
class ReencodingTest {
    private static final List<String> FILES = List.of(
            "CT_small.dcm",
            "MR_small_implicit.dcm",
            "MR_small_bigendian.dcm",
            "liver_expb_1frame.dcm",
            "image_dfl.dcm",
            "reportsi.dcm",
            "rtplan.dcm",
            "rtdose_expb_1frame.dcm",
            "waveform_ecg.dcm");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> objects_hold_what_they_held() {
        return FILES.stream()
                .flatMap(name -> Stream.of(
                        judged(name, TransferSyntax.IMPLICIT_LITTLE, "+ti"),
                        judged(name, TransferSyntax.EXPLICIT_LITTLE, "+te"),
                        judged(name, TransferSyntax.EXPLICIT_BIG, "+tb")));
    }

    private DynamicTest judged(String name, TransferSyntax syntax, String option) {
        return DynamicTest.dynamicTest(name + " " + option, () -> {
            Path original = Pydicom.file("test_files/" + name);
            Path ours = folder.resolve("ours.dcm");
            Path theirs = folder.resolve("theirs.dcm");
            try (DicomObject object = Reencoding.to(syntax, DicomReader.read(original))) {
                assertThat(object.transferSyntax()).isSameAs(syntax);
                DicomWriter.write(object, ours, true);
            }
            Program.run(List.of("dcmconv", option, original.toString(), theirs.toString()));
            assertThat(dump(ours)).isEqualTo(dump(theirs)).hasSizeGreaterThan(10);
            assertThat(Program.run(List.of("dcmdump", "-q", "+P", "0002,0010", "-Un", ours.toString())))
                    .contains(syntax.uid());
        });
    }

    /** Every value in full, but for the File Meta Information, lengths of sequences and what was added to get even ones. */
    private static List<String> dump(Path file) throws Exception {
        return Program.run(List.of("dcmdump", "-q", "+L", file.toString()))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("(0002,"))
                .filter(line -> !line.contains("(fffe,e0"))
                .map(line -> line.contains(" SQ ") ? line.substring(0, line.indexOf(" SQ ")) : line)
                .toList();
    }

    /** What implicit VR leaves open is told by the pixels: they are signed here. */
    @Test
    void numbers_are_signed_as_the_pixels_are() throws IOException {
        byte[] implicit = Raw.implicit()
                .element(0x00280102, "US", new byte[] {15, 0})
                .element(0x00280103, "US", new byte[] {1, 0})
                .element(0x00280106, "SS", new byte[] {-2, -1})
                .element(0x7FE00010, "OW", new byte[] {1, 2})
                .bytes();
        byte[] explicit = Raw.explicit()
                .element(0x00280102, "US", new byte[] {15, 0})
                .element(0x00280103, "US", new byte[] {1, 0})
                .element(0x00280106, "SS", new byte[] {-2, -1})
                .element(0x7FE00010, "OW", new byte[] {1, 2})
                .bytes();
        assertThat(dataSet(TransferSyntax.EXPLICIT_LITTLE, "1.2.840.10008.1.2", implicit))
                .isEqualTo(explicit);
    }

    /** A file with an element of 80,001 bytes: too long for memory and of no whole number of words. */
    @Test
    void big_values_change_their_byte_order_while_they_are_read() throws IOException {
        byte[] words = new byte[80_003];
        for (int i = 0; i < words.length; i++) words[i] = (byte) (i * 31 + i / 251);
        byte[] big = Raw.big().element(0x00281201, "OW", words).bytes();
        try (DicomObject object = Reencoding.to(
                TransferSyntax.EXPLICIT_LITTLE,
                DicomReader.read(new ByteArrayInputStream(Raw.file("1.2.840.10008.1.2.2", big))))) {
            byte[] swapped = new byte[words.length];
            for (int i = 0; i < words.length; i++) swapped[i] = words[i == words.length - 1 ? i : i ^ 1];
            assertThat(object.dataSet().bytes(0x00281201)).isEqualTo(swapped);
            for (int piece : new int[] {1, 7, 4096, 80_000}) {
                ByteArrayOutputStream pieces = new ByteArrayOutputStream();
                try (InputStream in = object.dataSet().open(0x00281201)) {
                    byte[] buffer = new byte[piece];
                    for (int count = in.read(buffer); count > 0; count = in.read(buffer))
                        pieces.write(buffer, 0, count);
                }
                assertThat(pieces.toByteArray()).isEqualTo(swapped);
            }
        }
    }

    private static byte[] dataSet(TransferSyntax to, String from, byte[] dataSet) throws IOException {
        try (DicomObject object = Reencoding.to(to, DicomReader.read(Raw.file(from, dataSet)))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DicomWriter.writeDataSet(object, out);
            return out.toByteArray();
        }
    }

    @Test
    void compressed_pixels_wait_for_a_codec() throws IOException {
        byte[] fragments = Raw.explicit()
                .element(0x7FE00001, "OV", new byte[8])
                .header(0x7FE00010, "OB", Raw.UNDEFINED)
                .item(new byte[0])
                .item(new byte[] {1, 2})
                .sequenceEnd()
                .bytes();
        try (DicomObject object = DicomReader.read(Raw.file("1.2.840.10008.1.2.5", fragments))) {
            assertThat(Reencoding.isPossible(object, TransferSyntax.EXPLICIT_LITTLE))
                    .isFalse();
            assertThatThrownBy(() -> Reencoding.to(TransferSyntax.EXPLICIT_LITTLE, object))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_icon_waits_for_a_codec_too_and_a_report_needs_none() throws IOException {
        byte[] icon = Raw.explicit()
                .header(0x7FE00010, "OB", Raw.UNDEFINED)
                .item(new byte[0])
                .sequenceEnd()
                .bytes();
        byte[] sequence = Raw.explicit()
                .header(0x00880200, "SQ", Raw.UNDEFINED)
                .openItem(icon)
                .sequenceEnd()
                .bytes();
        try (DicomObject object = DicomReader.read(Raw.file("1.2.840.10008.1.2.4.50", sequence))) {
            assertThat(Reencoding.isPossible(object, TransferSyntax.EXPLICIT_LITTLE))
                    .isFalse();
        }
        byte[] text = Raw.explicit().element(0x0040A160, "UT", "none").bytes();
        assertThat(dataSet(TransferSyntax.EXPLICIT_LITTLE, "1.2.840.10008.1.2.4.50", text))
                .isEqualTo(text);
    }
}
