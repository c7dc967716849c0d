// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DicomWriterTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final int NAME = 0x00100010;
    private static final int CODES = 0x00082218;
    private static final int CODE = 0x00080100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void a_new_object_is_read_by_dcmtk_and_pydicom(String uid) throws Exception {
        TransferSyntax syntax = TransferSyntax.of(uid);
        DicomDataSet set = DicomDataSet.create(syntax);
        set.setString(0x00080016, VR.UI, "1.2.840.10008.5.1.4.1.1.7");
        set.setString(0x00080018, VR.UI, "1.2.3.4");
        set.setString(NAME, VR.PN, "Müller^Jürgen");
        set.setString(0x00280010, VR.US, "258");
        DataSet item = set.addItem(CODES);
        item.setString(CODE, VR.SH, "T-04000");
        item.addItem(0x00082228).setString(CODE, VR.SH, "inner");
        set.addItem(CODES);
        set.setString(0x00090010, VR.LO, "ACME");
        set.setBytes(0x00091001, VR.OB, new byte[] {1, 2, 3});
        Path file = folder.resolve("new.dcm");
        DicomWriter.write(DicomObject.of(set, syntax), file);

        String dump = Program.run(List.of("dcmdump", "-q", file.toString()));
        assertThat(dump)
                .contains(
                        "(0002,0001) OB 00\\01",
                        "(0002,0002) UI =SecondaryCaptureImageStorage",
                        "(0002,0003) UI [1.2.3.4]",
                        "(0008,0005) CS [ISO_IR 192]",
                        "(0008,2218) SQ (Sequence with explicit length #=2)",
                        "[T-04000]",
                        "[inner]",
                        "(0028,0010) US 258");
        assertThat(Program.run(List.of(
                        "/usr/bin/python3",
                        "-c",
                        "import pydicom, sys; d = pydicom.dcmread(sys.argv[1]); print(d.PatientName.family_name == 'M\\u00fcller',"
                                + " d.file_meta.TransferSyntaxUID, d[0x00091001].value[:3])",
                        file.toString())))
                .isEqualTo("True " + uid + " b'\\x01\\x02\\x03'\n");
        try (DicomObject again = DicomReader.read(file)) {
            assertThat(again.warnings()).isEmpty();
            assertThat(again.preamble()).isEqualTo(new byte[128]);
            assertThat(again.dataSet().string(NAME)).isEqualTo("Müller^Jürgen");
        }
    }

    @Test
    void lengths_follow_a_change_up_to_the_root() throws IOException {
        byte[] before = nested("T-04", 4);
        DicomObject object = DicomReader.read(Raw.file(EXPLICIT, before));
        object.dataSet().items(CODES).get(0).items(CODES).get(0).setString(CODE, VR.SH, "longer!!");
        assertThat(RoundTripTest.written(object)).isEqualTo(Raw.file(EXPLICIT, nested("longer!!", 8)));
    }

    private static byte[] nested(String code, int length) {
        byte[] innermost = Raw.implicit().element(CODE, "", code).bytes();
        byte[] middle = Raw.implicit()
                .header(CODES, "", Raw.UNDEFINED)
                .item(innermost)
                .sequenceEnd()
                .bytes();
        return Raw.explicit()
                .header(CODES, "UN", 8 + 8 + 8 + 8 + length + 8)
                .item(middle)
                .element(NAME, "PN", "A^B ")
                .bytes();
    }

    @Test
    void group_lengths_are_kept_true_once_something_changes() throws IOException {
        byte[] file = Raw.file(
                EXPLICIT,
                Raw.explicit()
                        .element(0x00080000, "UL", new byte[] {99, 0, 0, 0})
                        .element(0x00080060, "CS", "CT")
                        .element(0x00100000, "UL", new byte[] {99, 0, 0, 0})
                        .element(NAME, "PN", "A^B ")
                        .element(0x00100020, "LO", "12")
                        .bytes());
        DicomObject object = DicomReader.read(file);
        assertThat(RoundTripTest.written(object)).isEqualTo(file);
        object.dataSet().setString(NAME, VR.PN, "C^DE");
        DataSet again = DicomReader.read(RoundTripTest.written(object)).dataSet();
        assertThat(again.string(0x00080000)).isEqualTo("10");
        assertThat(again.string(0x00100000)).isEqualTo("22");
    }

    @Test
    void a_group_length_under_another_VR_leaves_the_lengths_around_it_true() throws IOException {
        byte[] group = {0, 0, 0, 0};
        byte[] item = Raw.explicit()
                .element(0x00080000, "UN", group)
                .element(CODE, "SH", "AB")
                .element(0x00400000, "OB", group)
                .bytes();
        byte[] file = Raw.file(
                EXPLICIT,
                Raw.explicit()
                        .element(CODES, "SQ", Raw.explicit().item(item).bytes())
                        .bytes());
        try (DicomObject object = DicomReader.read(file)) {
            object.dataSet().items(CODES).get(0).setString(CODE, VR.SH, "ABCD");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DicomWriter.write(object, out);
            try (DicomObject again = DicomReader.read(out.toByteArray())) {
                DataSet read = again.dataSet().items(CODES).get(0);
                assertThat(again.warnings()).isEmpty();
                assertThat(read.tags()).containsExactly(0x00080000, CODE, 0x00400000);
                assertThat(read.strings(0x00080000)).containsExactly("12");
            }
        }
    }

    @Test
    void the_length_of_changed_or_new_file_meta_information_is_computed() throws IOException {
        byte[] file =
                Raw.file(EXPLICIT, Raw.explicit().element(NAME, "PN", "A^B ").bytes());
        DicomObject object = DicomReader.read(file);
        object.fileMeta().setString(0x00020012, VR.UI, "1.2.3");
        object = DicomReader.read(RoundTripTest.written(object));
        assertThat(object.warnings()).isEmpty();
        assertThat(object.fileMeta().string(0x00020000)).isEqualTo(String.valueOf(file.length - 132 - 12 - 12 + 14));

        DicomDataSet meta = DicomDataSet.create();
        meta.setString(0x00020010, VR.UI, EXPLICIT);
        object.setFileMeta(meta);
        byte[] preamble = new byte[128];
        preamble[5] = 1;
        object.setPreamble(preamble);
        object = DicomReader.read(RoundTripTest.written(object));
        assertThat(object.warnings()).isEmpty();
        assertThat(object.preamble()).isEqualTo(preamble);
        assertThat(object.fileMeta().tags()).containsExactly(0x00020000, 0x00020010);
        assertThat(object.fileMeta().string(0x00020000)).isEqualTo("28");
        assertThat(object.dataSet().string(NAME)).isEqualTo("A^B");
    }

    @Test
    void what_16_bits_of_length_cannot_hold_is_written_as_UN() throws Exception {
        DicomDataSet set = DicomDataSet.create();
        set.setBytes(0x00104000, VR.LT, "x".repeat(70_000).getBytes(StandardCharsets.US_ASCII));
        Path file = folder.resolve("long.dcm");
        DicomWriter.write(DicomObject.of(set, TransferSyntax.EXPLICIT_LITTLE), file);
        try (DicomObject object = DicomReader.read(file)) {
            assertThat(object.dataSet().vr(0x00104000)).isEqualTo(VR.LT);
            assertThat(object.dataSet().string(0x00104000)).hasSize(70_000);
        }
        assertThat(Program.run(List.of("dcmdump", "-q", "+P", "0010,4000", file.toString())))
                .contains("70000");
    }

    @Test
    void an_existing_file_is_never_overwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("there.dcm"), "content");
        DicomObject object = DicomObject.of(DicomDataSet.create(), TransferSyntax.EXPLICIT_LITTLE);
        assertThatThrownBy(() -> DicomWriter.write(object, file)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("content");
    }

    @Test
    void nothing_is_left_of_a_file_that_could_not_be_written_to_its_end() throws IOException {
        Path source = folder.resolve("source.dcm");
        byte[] pixels =
                Raw.explicit().element(0x7FE00010, "OW", new byte[200_000]).bytes();
        Files.write(source, Raw.file(EXPLICIT, pixels));
        Path target = folder.resolve("target.dcm");
        try (DicomObject object = DicomReader.read(source)) {
            Files.write(source, new byte[100]);
            assertThatThrownBy(() -> DicomWriter.write(object, target))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("shorter");
        }
        assertThat(target).doesNotExist();
    }

    @Test
    void a_channel_gets_the_same_as_a_stream() throws IOException {
        byte[] file = Raw.file(
                EXPLICIT,
                Raw.explicit().element(0x7FE00010, "OW", new byte[200_000]).bytes());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(DicomReader.read(file), Channels.newChannel(out));
        assertThat(out.toByteArray()).isEqualTo(file);
    }

    @Test
    void a_length_that_32_bits_cannot_hold_becomes_undefined() throws IOException {
        ByteSource nothing = new NoBytes();
        DicomDataSet set = DicomDataSet.create();
        DicomDataSet item = (DicomDataSet) set.addItem(CODES);
        for (int tag : new int[] {0x00091001, 0x00091002}) {
            Value.Header header = Value.Header.of(Value.Form.LONG, Value.Header.code(VR.OB), 0);
            item.put(tag, new Value.Region(VR.OB, header, nothing, 0, 0x90000000L, null));
        }
        DicomObject object = DicomObject.of(set, TransferSyntax.EXPLICIT_LITTLE);
        object.setPreamble(null);
        object.setFileMeta(DicomDataSet.create());
        assertThat(RoundTripTest.written(object))
                .isEqualTo(Raw.explicit()
                        .header(CODES, "SQ", Raw.UNDEFINED)
                        .openItem(Raw.explicit()
                                .header(0x00091001, "OB", 0x90000000L)
                                .header(0x00091002, "OB", 0x90000000L)
                                .bytes())
                        .sequenceEnd()
                        .bytes());
    }

    /** Claims to be long, and writes nothing. */
    private static final class NoBytes extends ByteSource {
        @Override
        long size() {
            return Long.MAX_VALUE;
        }

        @Override
        int read(long position, byte[] into, int offset, int length) {
            throw new AssertionError("big values are not loaded");
        }

        @Override
        void transferTo(long position, long length, WritableByteChannel target) {}

        @Override
        public void close() {}
    }
}
