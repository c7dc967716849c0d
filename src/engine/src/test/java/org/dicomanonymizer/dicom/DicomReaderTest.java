// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd files that must be read, and those that must be refused. */
class DicomReaderTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final int NAME = 0x00100010;
    private static final int CODES = 0x00082218;

    @TempDir
    Path folder;

    @Test
    void a_data_set_alone_is_recognised() throws IOException {
        for (Raw raw : List.of(Raw.explicit(), Raw.implicit(), Raw.big())) {
            byte[] bytes = raw.element(0x00080060, "CS", "CT")
                    .element(NAME, "PN", "A^B ")
                    .bytes();
            assertUnchanged(bytes, "the transfer syntax is not named, it was found from the data");
            assertThat(DicomReader.read(bytes).dataSet().string(NAME)).isEqualTo("A^B");
        }
    }

    @Test
    void file_meta_information_may_stand_without_preamble() throws IOException {
        byte[] file =
                Raw.file(EXPLICIT, Raw.explicit().element(NAME, "PN", "A^B ").bytes());
        byte[] withoutPrefix = Arrays.copyOfRange(file, 132, file.length);
        byte[] prefixOnly = Arrays.copyOfRange(file, 128, file.length);
        for (byte[] bytes : List.of(withoutPrefix, prefixOnly)) {
            assertUnchanged(bytes);
            DicomObject object = DicomReader.read(bytes);
            assertThat(object.preamble()).isNull();
            assertThat(object.fileMeta().string(0x00020010)).isEqualTo(EXPLICIT);
            assertThat(object.dataSet().string(NAME)).isEqualTo("A^B");
        }
    }

    @Test
    void file_meta_information_may_be_missing_or_implicit_or_of_wrong_length() throws IOException {
        byte[] dataSet = Raw.explicit()
                .element(0x00080060, "CS", "CT")
                .element(NAME, "PN", "A^B ")
                .bytes();
        byte[] missing = Raw.explicit()
                .add(new byte[128])
                .add(ascii("DICM"))
                .add(dataSet)
                .bytes();
        assertUnchanged(
                missing,
                "the file meta information is missing",
                "the transfer syntax is not named, it was found from the data");
        byte[] implicit = Raw.implicit()
                .add(new byte[128])
                .add(ascii("DICM"))
                .element(0x00020010, "UI", EXPLICIT + "\0")
                .add(dataSet)
                .bytes();
        assertUnchanged(implicit, "(0002,0000): the length of the file meta information is wrong");
        byte[] wrong = Raw.file(EXPLICIT, dataSet);
        wrong[140] ^= 32;
        assertUnchanged(wrong, "(0002,0000): the length of the file meta information is wrong");
        for (byte[] bytes : List.of(missing, implicit, wrong)) {
            assertThat(DicomReader.read(bytes).dataSet().string(NAME)).isEqualTo("A^B");
        }
    }

    @Test
    void lengths_stay_defined_or_undefined_as_they_were() throws IOException {
        byte[] code = Raw.explicit().element(0x00080100, "SH", "T-04").bytes();
        byte[] dataSet = Raw.explicit()
                .header(CODES, "SQ", 2 * (code.length + 8) + 8)
                .item(code)
                .openItem(code)
                .header(0x00082229, "SQ", Raw.UNDEFINED)
                .item(code)
                .openItem(code)
                .item(new byte[0])
                .sequenceEnd()
                .header(0x00082230, "SQ", 0)
                .header(0x00082240, "SQ", Raw.UNDEFINED)
                .sequenceEnd()
                .bytes();
        assertUnchanged(Raw.file(EXPLICIT, dataSet));
        DataSet read = DicomReader.read(Raw.file(EXPLICIT, dataSet)).dataSet();
        assertThat(read.items(CODES))
                .extracting(item -> item.string(0x00080100))
                .containsExactly("T-04", "T-04");
        assertThat(read.items(0x00082229)).hasSize(3);
        assertThat(read.vr(0x00082240)).isEqualTo(VR.SQ);
    }

    @Test
    void sequences_in_UN_are_seen_as_sequences() throws IOException {
        byte[] code = Raw.implicit().element(0x00080100, "SH", "T-04").bytes();
        byte[] items = Raw.implicit().item(code).openItem(code).bytes();
        for (Raw raw : List.of(Raw.explicit(), Raw.big())) {
            byte[] dataSet = raw.element(0x00080060, "CS", "CT")
                    .element(CODES, "UN", items)
                    .header(0x00082229, "UN", Raw.UNDEFINED)
                    .add(items)
                    .add(Raw.implicit().sequenceEnd().bytes())
                    .element(0x00090010, "UN", "ACME")
                    .header(0x00091001, "UN", Raw.UNDEFINED)
                    .add(items)
                    .add(Raw.implicit().sequenceEnd().bytes())
                    .element(0x00091002, "UN", items)
                    .element(0x00091003, "ZZ", items)
                    .element(0x00091004, "UN", Arrays.copyOf(items, items.length - 2))
                    .bytes();
            byte[] file = Raw.file(raw.number(1, 2)[0] == 1 ? EXPLICIT : "1.2.840.10008.1.2.2", dataSet);
            assertUnchanged(file);
            DataSet read = DicomReader.read(file).dataSet();
            for (int tag : new int[] {CODES, 0x00082229, 0x00091001, 0x00091002, 0x00091003}) {
                assertThat(read.vr(tag)).as(Tag.toString(tag)).isEqualTo(VR.SQ);
                assertThat(read.items(tag))
                        .extracting(item -> item.string(0x00080100))
                        .containsExactly("T-04", "T-04");
            }
            assertThat(read.vr(0x00091004)).as("what is no complete item").isEqualTo(VR.UN);
            assertThat(read.privateCreator(0x00091004)).isEqualTo("ACME");
        }
    }

    @Test
    void an_element_of_UN_has_the_VR_of_the_dictionary_and_stays_UN_until_it_is_set() throws IOException {
        byte[] file = Raw.file(
                EXPLICIT,
                Raw.explicit()
                        .element(NAME, "UN", "A^B ")
                        .element(0x00101010, "UN", "012Y")
                        .bytes());
        assertUnchanged(file);
        DicomObject object = DicomReader.read(file);
        assertThat(object.dataSet().vr(NAME)).isEqualTo(VR.PN);
        object.dataSet().setString(NAME, object.dataSet().vr(NAME), "C^D");
        byte[] expected = Raw.file(
                EXPLICIT,
                Raw.explicit()
                        .element(NAME, "PN", "C^D ")
                        .element(0x00101010, "UN", "012Y")
                        .bytes());
        assertThat(RoundTripTest.written(object)).isEqualTo(expected);
    }

    @Test
    void items_may_have_the_other_kind_of_header() throws IOException {
        byte[] implicit = Raw.implicit()
                .element(0x00080100, "SH", "T-04")
                .element(0x00080104, "LO", "Head")
                .bytes();
        byte[] explicit = Raw.explicit()
                .element(0x00080100, "SH", "T-04")
                .element(0x00080104, "LO", "Head")
                .bytes();
        byte[] first = Raw.file(
                EXPLICIT,
                Raw.explicit()
                        .header(CODES, "SQ", implicit.length + 8)
                        .item(implicit)
                        .bytes());
        byte[] second = Raw.file(
                IMPLICIT,
                Raw.implicit()
                        .header(CODES, "SQ", explicit.length + 8)
                        .item(explicit)
                        .bytes());
        byte[] third = Raw.file(
                EXPLICIT,
                Raw.explicit()
                        .header(CODES, "UN", explicit.length + 8)
                        .item(explicit)
                        .bytes());
        for (byte[] file : List.of(first, second, third)) {
            assertUnchanged(file);
            DataSet item = DicomReader.read(file).dataSet().items(CODES).get(0);
            assertThat(item.string(0x00080104)).isEqualTo("Head");
            assertThat(item.vr(0x00080104)).isEqualTo(VR.LO);
        }
    }

    @Test
    void unknown_VRs_are_kept() throws IOException {
        byte[] dataSet = Raw.explicit()
                .element(0x00080060, "CS", "CT")
                .element(0x00091001, "ZZ", "long form")
                .element(0x00091002, "??", "short form")
                .element(0x00091003, "\0\0", "")
                .element(NAME, "  ", "A^B ")
                .bytes();
        byte[] file = Raw.file(EXPLICIT, dataSet);
        assertUnchanged(file);
        DataSet read = DicomReader.read(file).dataSet();
        assertThat(read.vr(0x00091001)).isEqualTo(VR.UN);
        assertThat(read.bytes(0x00091001)).asString().isEqualTo("long form");
        assertThat(read.bytes(0x00091002)).asString().isEqualTo("short form");
        assertThat(read.string(NAME)).isEqualTo("A^B");
    }

    @Test
    void a_header_without_VR_among_others_is_understood() throws IOException {
        byte[] dataSet = Raw.explicit()
                .element(0x00080060, "CS", "CT")
                .add(Raw.implicit().element(NAME, "", "A^B ").bytes())
                .element(0x00101010, "AS", "012Y")
                .bytes();
        byte[] file = Raw.file(EXPLICIT, dataSet);
        assertUnchanged(file);
        assertThat(DicomReader.read(file).dataSet().strings(NAME)).containsExactly("A^B");
        assertThat(DicomReader.read(file).dataSet().strings(0x00101010)).containsExactly("012Y");
    }

    @Test
    void odd_lengths_group_lengths_and_private_blocks_are_kept() throws IOException {
        byte[] dataSet = Raw.explicit()
                .element(0x00080000, "UL", new byte[] {9, 0, 0, 0})
                .element(0x00080060, "CS", "CT1")
                .element(0x00090011, "LO", "ACME")
                .element(0x00091101, "LO", "value")
                .element(0x00091201, "LO", "of nobody")
                .bytes();
        byte[] file = Raw.file(EXPLICIT, dataSet);
        assertUnchanged(file);
        DataSet read = DicomReader.read(file).dataSet();
        assertThat(read.string(0x00080060)).isEqualTo("CT1");
        assertThat(read.privateCreator(0x00091101)).isEqualTo("ACME");
        assertThat(read.privateCreator(0x00091201)).isNull();
        assertThat(read.privateCreator(0x00090011)).isNull();
    }

    @Test
    void elements_out_of_order_are_sorted_and_the_first_of_two_stays() throws IOException {
        byte[] dataSet = Raw.explicit()
                .element(NAME, "PN", "A^B ")
                .element(0x00080060, "CS", "CT")
                .element(NAME, "PN", "C^D ")
                .bytes();
        DicomObject object = DicomReader.read(Raw.file(EXPLICIT, dataSet));
        assertThat(object.dataSet().tags()).containsExactly(0x00080060, NAME);
        assertThat(object.dataSet().string(NAME)).isEqualTo("A^B");
        assertThat(object.warnings())
                .containsExactly(
                        "(0010,0010): a second element of this tag is left out",
                        "the elements are not in ascending order");
    }

    @Test
    void missing_delimiters_at_the_end_are_supplied() throws IOException {
        byte[] code = Raw.explicit().element(0x00080100, "SH", "T-04").bytes();
        byte[] open = Raw.explicit()
                .header(CODES, "SQ", Raw.UNDEFINED)
                .tag(0xFFFEE000)
                .number32(Raw.UNDEFINED)
                .add(code)
                .bytes();
        byte[] closed = Raw.explicit().add(open).itemEnd().sequenceEnd().bytes();
        DicomObject object = DicomReader.read(Raw.file(EXPLICIT, open));
        assertThat(object.warnings())
                .containsExactly(
                        "(0008,2218): the delimiter of an item is missing and is supplied",
                        "(0008,2218): the delimiter of the sequence is missing and is supplied");
        assertThat(RoundTripTest.written(object)).isEqualTo(Raw.file(EXPLICIT, closed));

        byte[] pixels = Raw.explicit()
                .header(0x7FE00010, "OB", Raw.UNDEFINED)
                .item(new byte[0])
                .item(new byte[6])
                .bytes();
        object = DicomReader.read(Raw.file("1.2.840.10008.1.2.4.50", pixels));
        assertThat(object.warnings())
                .containsExactly("(7FE0,0010): the delimiter behind the pixel data is missing and is supplied");
        assertThat(RoundTripTest.written(object))
                .isEqualTo(Raw.file(
                        "1.2.840.10008.1.2.4.50",
                        Raw.explicit().add(pixels).sequenceEnd().bytes()));
    }

    @Test
    void zeros_and_spare_delimiters_are_left_out() throws IOException {
        byte[] good = Raw.explicit().element(NAME, "PN", "A^B ").bytes();
        for (int zeros : new int[] {1, 5, 8, 511, 70000}) {
            DicomObject object = DicomReader.read(Raw.file(
                    EXPLICIT, Raw.explicit().add(good).add(new byte[zeros]).bytes()));
            assertThat(object.warnings()).containsExactly("the zeros behind the data set are left out");
            assertThat(RoundTripTest.written(object)).isEqualTo(Raw.file(EXPLICIT, good));
        }
        DicomObject object = DicomReader.read(Raw.file(
                EXPLICIT, Raw.explicit().add(good).itemEnd().sequenceEnd().bytes()));
        assertThat(object.warnings()).hasSize(2);
        assertThat(RoundTripTest.written(object)).isEqualTo(Raw.file(EXPLICIT, good));
    }

    @Test
    void an_undefined_length_makes_items_of_any_VR() throws IOException {
        byte[] code = Raw.explicit().element(0x00080100, "SH", "T-04").bytes();
        byte[] file = Raw.file(
                EXPLICIT,
                Raw.explicit()
                        .header(0x00091001, "UT", Raw.UNDEFINED)
                        .openItem(code)
                        .sequenceEnd()
                        .header(0x00091002, "OB", Raw.UNDEFINED)
                        .item(new byte[10])
                        .sequenceEnd()
                        .bytes());
        assertUnchanged(file);
        DataSet read = DicomReader.read(file).dataSet();
        assertThat(read.vr(0x00091001)).isEqualTo(VR.SQ);
        assertThat(read.items(0x00091001).get(0).string(0x00080100)).isEqualTo("T-04");
        assertThat(read.vr(0x00091002)).isEqualTo(VR.OB);
        assertThat(read.length(0x00091002)).isEqualTo(18);
    }

    @Test
    void hundred_levels_are_read_and_more_are_refused() throws IOException {
        assertUnchanged(Raw.file(EXPLICIT, nested(100, "SQ")));
        assertUnchanged(Raw.file(EXPLICIT, nested(100, "UN")));
        for (String vr : List.of("SQ", "UN")) {
            for (int depth : new int[] {101, 5000}) {
                assertThatThrownBy(() -> DicomReader.read(Raw.file(EXPLICIT, nested(depth, vr))))
                        .isInstanceOf(DicomException.class)
                        .hasMessageContaining("more than 100 sequences are nested");
            }
        }
    }

    private static byte[] nested(int depth, String vr) {
        Raw raw = Raw.explicit();
        boolean un = vr.equals("UN");
        for (int i = 0; i < depth; i++) {
            if (un && i > 0)
                raw.add(Raw.implicit().header(0x00091001, "", Raw.UNDEFINED).bytes());
            else raw.header(0x00091001, vr, Raw.UNDEFINED);
            raw.tag(0xFFFEE000).number32(Raw.UNDEFINED);
        }
        for (int i = 0; i < depth; i++) raw.itemEnd().sequenceEnd();
        return raw.bytes();
    }

    @Test
    void a_length_beyond_the_end_is_told_with_file_tag_and_offset_but_without_any_value() throws IOException {
        Path file = Files.write(
                folder.resolve("cut.dcm"),
                Raw.explicit()
                        .element(0x00080060, "CS", "CT")
                        .header(NAME, "PN", 30)
                        .add(ascii("SECRET"))
                        .bytes());
        assertThatThrownBy(() -> DicomReader.read(file))
                .isInstanceOf(DicomException.class)
                .hasMessage(file + ": element (0010,0010) at byte 10: its value of 30 bytes is longer than the file;"
                        + " get a complete copy of it");
    }

    @Test
    void other_files_are_not_DICOM() {
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 0, 0, 0, 0};
        for (byte[] bytes : List.of(
                new byte[0], new byte[8], new byte[5000], ascii("Hello, world. This is text."), ascii("x"), zip)) {
            assertThatThrownBy(() -> DicomReader.read(bytes)).isInstanceOf(NotDicomException.class);
        }
        assertThatThrownBy(() -> DicomReader.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> DicomReader.read(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void a_long_stream_is_kept_in_a_file_until_the_object_is_closed() throws IOException {
        byte[] bytes = Raw.file(
                EXPLICIT,
                Raw.explicit()
                        .element(NAME, "PN", "A^B ")
                        .element(0x7FE00010, "OW", new byte[3 << 20])
                        .bytes());
        DicomObject object = DicomReader.read(new ByteArrayInputStream(bytes));
        assertThat(RoundTripTest.written(object)).isEqualTo(bytes);
        assertThat(object.dataSet().bytes(0x7FE00010)).hasSize(3 << 20);
        object.close();
        assertThatThrownBy(() -> object.dataSet().open(0x7FE00010).read()).isInstanceOf(IOException.class);
    }

    private static void assertUnchanged(byte[] bytes, String... warnings) throws IOException {
        DicomObject object = DicomReader.read(bytes);
        assertThat(object.warnings()).containsExactly(warnings);
        assertThat(RoundTripTest.written(object)).isEqualTo(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
