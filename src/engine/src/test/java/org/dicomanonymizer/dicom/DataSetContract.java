// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every implementation of the port has to do. */
public abstract class DataSetContract {
    protected static final int CHARACTER_SET = 0x00080005;
    protected static final int MODALITY = 0x00080060;
    protected static final int DESCRIPTION = 0x00081030;
    protected static final int CODES = 0x00082218;
    protected static final int CODE = 0x00080100;
    protected static final int NAME = 0x00100010;
    protected static final int COMMENTS = 0x00104000;
    /** Of a private block: where the dictionary knows a tag, an element of UN has its VR. */
    protected static final int PRIVATE = 0x00091001;

    protected static final int ROWS = 0x00280010;
    protected static final int PIXELS = 0x7FE00010;

    private final DataSet set = create();

    /** An empty data set in explicit VR little endian, or as the implementation likes it. */
    protected abstract DataSet create();

    @Test
    public void an_absent_element_reads_as_nothing() throws IOException {
        assertThat(set.tags()).isEmpty();
        assertThat(set.contains(NAME)).isFalse();
        assertThat(set.vr(NAME)).isNull();
        assertThat(set.length(NAME)).isZero();
        assertThat(set.isEmpty(NAME)).isTrue();
        assertThat(set.strings(NAME)).isEmpty();
        assertThat(set.string(NAME)).isNull();
        assertThat(set.bytes(NAME)).isEmpty();
        assertThat(set.open(NAME).read()).isEqualTo(-1);
        assertThat(set.items(CODES)).isEmpty();
        assertThat(set.privateCreator(0x00091001)).isNull();
        assertThat(set.parent()).isNull();
        assertThat(set.root()).isSameAs(set);
        set.remove(NAME);
    }

    @Test
    public void what_does_not_pass_at_a_glance_is_told() {
        set.setString(MODALITY, VR.CS, "MR");
        set.setString(NAME, VR.PN, "Doe");
        set.addItem(CODES).setString(CODE, VR.SH, "1");
        set.addItem(CODES).addItem(CODES).setString(CODE, VR.SH, "2");
        assertThat(set.tagsBut((tag, vr, value) -> false)).containsExactly(set.tags());
        assertThat(set.tagsBut((tag, vr, value) -> tag != NAME && vr != VR.SH)).contains(NAME, CODES);
        assertThat(set.tagsBut((tag, vr, value) ->
                        !(tag == MODALITY && new String(value, StandardCharsets.US_ASCII).equals("MR"))))
                .contains(MODALITY);
    }

    @Test
    public void tags_ascend_as_unsigned_numbers() {
        for (int tag : new int[] {0x7FE00010, NAME, 0xFFFAFFFA, MODALITY, 0x80000010}) {
            set.setBytes(tag, VR.OB, new byte[2]);
        }
        assertThat(set.tags()).containsExactly(MODALITY, NAME, 0x7FE00010, 0x80000010, 0xFFFAFFFA);
    }

    @Test
    public void tags_are_a_snapshot() {
        set.setString(MODALITY, VR.CS, "CT");
        set.setString(NAME, VR.PN, "A^B");
        for (int tag : set.tags()) set.remove(tag);
        assertThat(set.tags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "AE, STORE_SCP",
        "AS, 012Y",
        "AT, 7FE00010",
        "CS, CT",
        "DA, 20260102",
        "DS, 1.25",
        "DT, 20260102030405.5",
        "FD, 0.1",
        "FL, 1.5",
        "IS, -12",
        "LO, Some text",
        "LT, Some text",
        "PN, Doe^John",
        "SH, Short",
        "SL, -2147483648",
        "SS, -32768",
        "ST, Some text",
        "SV, -9223372036854775808",
        "TM, 123456.123",
        "UC, Any text",
        "UI, 1.2.3",
        "UL, 4294967295",
        "UR, http://example.org/a",
        "US, 65535",
        "UT, Some text",
        "UV, 18446744073709551615"
    })
    public void a_text_is_read_as_it_was_set(VR vr, String value) {
        set.setString(0x00990001, VR.LO, "other");
        set.setString(NAME, vr, value);
        assertThat(set.vr(NAME)).isEqualTo(vr);
        assertThat(set.strings(NAME)).containsExactly(value);
        assertThat(set.length(NAME) % 2).as("even length").isZero();
        assertThat(set.bytes(NAME)).hasSize((int) set.length(NAME));
    }

    @ParameterizedTest
    @EnumSource(
            value = VR.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SQ"})
    public void bytes_are_read_as_they_were_set(VR vr) throws IOException {
        byte[] value = {49, 50, 51, 52, 53, 54, 55, 56};
        set.setBytes(PRIVATE, vr, value);
        value[0] = 0;
        assertThat(set.vr(PRIVATE)).isEqualTo(vr);
        assertThat(set.length(PRIVATE)).isEqualTo(8);
        assertThat(set.bytes(PRIVATE)).containsExactly(49, 50, 51, 52, 53, 54, 55, 56);
        assertThat(set.open(PRIVATE).readAllBytes()).isEqualTo(set.bytes(PRIVATE));
        set.bytes(PRIVATE)[0] = 0;
        assertThat(set.bytes(PRIVATE)[0]).as("unshared").isEqualTo((byte) 49);
        set.setBytes(PRIVATE, vr, new byte[0]);
        assertThat(set.isEmpty(PRIVATE)).isTrue();
        assertThat(set.contains(PRIVATE)).isTrue();
        assertThat(set.strings(PRIVATE)).isEmpty();
    }

    @Test
    public void an_odd_length_is_padded_as_the_VR_wants_it() {
        set.setBytes(NAME, VR.PN, new byte[] {'A'});
        set.setBytes(0x00080018, VR.UI, new byte[] {'1'});
        set.setBytes(0x00420011, VR.OB, new byte[] {7});
        assertThat(set.bytes(NAME)).containsExactly('A', ' ');
        assertThat(set.bytes(0x00080018)).containsExactly('1', 0);
        assertThat(set.bytes(0x00420011)).containsExactly(7, 0);
        assertThat(set.string(NAME)).isEqualTo("A");
        assertThat(set.string(0x00080018)).isEqualTo("1");
    }

    @Test
    public void several_values_are_separated_by_backslashes() {
        set.setStrings(DESCRIPTION, VR.LO, List.of("one", "", "three"));
        assertThat(set.bytes(DESCRIPTION)).asString(StandardCharsets.US_ASCII).isEqualTo("one\\\\three");
        assertThat(set.strings(DESCRIPTION)).containsExactly("one", "", "three");
        set.setStrings(ROWS, VR.US, List.of("1", "2"));
        assertThat(set.strings(ROWS)).containsExactly("1", "2");
        assertThat(set.length(ROWS)).isEqualTo(4);
        set.setString(COMMENTS, VR.LT, "one\\two");
        assertThat(set.strings(COMMENTS)).as("no separator in LT").containsExactly("one\\two");
    }

    @Test
    public void padding_is_no_part_of_a_value() {
        set.setBytes(DESCRIPTION, VR.LO, "one \\ two ".getBytes(StandardCharsets.US_ASCII));
        set.setBytes(COMMENTS, VR.LT, " text  ".getBytes(StandardCharsets.US_ASCII));
        assertThat(set.strings(DESCRIPTION)).containsExactly("one", "two");
        assertThat(set.strings(COMMENTS)).containsExactly(" text");
    }

    @Test
    public void no_value_or_one_empty_value_gives_zero_length() {
        for (VR vr : new VR[] {VR.PN, VR.LT, VR.UI, VR.US, VR.FD, VR.AT}) {
            set.setStrings(NAME, vr, List.of());
            assertThat(set.length(NAME)).isZero();
            set.setString(NAME, vr, "");
            assertThat(set.length(NAME)).isZero();
            assertThat(set.contains(NAME)).isTrue();
            assertThat(set.strings(NAME)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "US, 65536", "US, -1", "SS, 32768", "UL, 4294967296", "SL, 2147483648", "UV, 18446744073709551616", "UV, -1",
        "SV, 9223372036854775808", "US, secret", "FD, secret", "AT, secret", "OB, secret", "UN, secret", "SQ, secret"
    })
    public void what_does_not_fit_is_refused_without_being_repeated(VR vr, String value) {
        set.setString(NAME, VR.PN, "A^B");
        assertThatThrownBy(() -> set.setString(NAME, vr, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(value)
                .hasNoCause();
        assertThat(set.string(NAME)).isEqualTo("A^B");
    }

    @Test
    public void opaque_bytes_have_no_text() {
        set.setBytes(0x00420011, VR.OB, new byte[] {65, 66});
        assertThat(set.strings(0x00420011)).isEmpty();
    }

    @Test
    public void bits_are_cleared_in_every_word() {
        boolean big = set.bigEndian();
        byte[] one = big ? new byte[] {(byte) 0xF1, 2} : new byte[] {2, (byte) 0xF1};
        set.setBytes(PIXELS, VR.OW, one);
        assertThat(set.clearBits(PIXELS, 2, 0x3000)).isTrue();
        assertThat(set.bytes(PIXELS)).isEqualTo(big ? new byte[] {(byte) 0xC1, 2} : new byte[] {2, (byte) 0xC1});
        set.setBytes(PIXELS, VR.OB, new byte[] {3, 5});
        assertThat(set.clearBits(PIXELS, 1, 1)).isTrue();
        assertThat(set.bytes(PIXELS)).containsExactly(2, 4);
        assertThat(set.vr(PIXELS)).isEqualTo(VR.OB);
        assertThat(set.clearBits(COMMENTS, 1, 1)).as("absent").isTrue();
        assertThat(set.contains(COMMENTS)).isFalse();
    }

    @Test
    public void items_are_data_sets_of_their_own() {
        DataSet first = set.addItem(CODES);
        DataSet second = set.addItem(CODES);
        first.setString(CODE, VR.SH, "A");
        second.setString(CODE, VR.SH, "B");
        second.addItem(CODES).setString(CODE, VR.SH, "C");
        assertThat(set.vr(CODES)).isEqualTo(VR.SQ);
        assertThat(set.length(CODES)).isEqualTo(2);
        assertThat(set.items(CODES)).extracting(item -> item.string(CODE)).containsExactly("A", "B");
        DataSet deepest = set.items(CODES).get(1).items(CODES).get(0);
        assertThat(deepest.string(CODE)).isEqualTo("C");
        assertThat(deepest.parent().string(CODE)).isEqualTo("B");
        assertThat(deepest.root().contains(CODES)).isTrue();
        assertThat(set.strings(CODES)).isEmpty();

        set.items(CODES).get(0).setString(CODE, VR.SH, "changed");
        assertThat(set.items(CODES).get(0).string(CODE)).isEqualTo("changed");
        set.removeItem(CODES, 0);
        assertThat(set.items(CODES)).extracting(item -> item.string(CODE)).containsExactly("B");
        set.removeItem(CODES, 0);
        assertThat(set.contains(CODES)).isTrue();
        assertThat(set.isEmpty(CODES)).isTrue();
    }

    @Test
    public void items_go_by_a_condition() {
        for (String code : List.of("A", "B", "A", "C")) set.addItem(CODES).setString(CODE, VR.SH, code);
        set.removeItemsIf(CODES, item -> "A".equals(item.string(CODE)));
        assertThat(set.items(CODES)).extracting(item -> item.string(CODE)).containsExactly("B", "C");
        set.removeItemsIf(NAME, item -> true);
        assertThat(set.contains(NAME)).isFalse();
        set.removeItemsIf(CODES, item -> true);
        assertThat(set.contains(CODES)).isTrue();
        assertThat(set.isEmpty(CODES)).isTrue();
    }

    @Test
    public void a_sequence_and_a_value_replace_each_other() {
        set.setString(CODES, VR.LO, "text");
        set.addItem(CODES);
        assertThat(set.vr(CODES)).isEqualTo(VR.SQ);
        set.setString(CODES, VR.LO, "text");
        assertThat(set.items(CODES)).isEmpty();
        assertThat(set.strings(CODES)).containsExactly("text");
        set.setEmptySequence(CODES);
        assertThat(set.vr(CODES)).isEqualTo(VR.SQ);
        assertThat(set.length(CODES)).isZero();
        assertThatThrownBy(() -> set.setBytes(CODES, VR.SQ, new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    public void a_private_element_belongs_to_the_creator_of_its_block_in_the_same_data_set() {
        set.setString(0x00090010, VR.LO, "FIRST");
        set.setString(0x00090011, VR.LO, "SECOND");
        DataSet item = set.addItem(CODES);
        item.setString(0x00091101, VR.LO, "text");
        assertThat(set.privateCreator(0x00091001)).isEqualTo("FIRST");
        assertThat(set.privateCreator(0x000911FF)).isEqualTo("SECOND");
        assertThat(set.privateCreator(0x00091201)).isNull();
        assertThat(set.privateCreator(0x00090010)).isNull();
        assertThat(set.privateCreator(NAME)).isNull();
        assertThat(item.privateCreator(0x00091101)).isNull();
    }

    @Test
    public void text_is_encoded_by_the_character_set_in_force() {
        set.setString(CHARACTER_SET, VR.CS, "ISO_IR 100");
        set.setString(NAME, VR.PN, "Müller^Jürgen");
        assertThat(set.bytes(NAME)).asString(StandardCharsets.ISO_8859_1).isEqualTo("Müller^Jürgen ");
        assertThat(set.string(NAME)).isEqualTo("Müller^Jürgen");
        DataSet item = set.addItem(CODES);
        item.setString(DESCRIPTION, VR.LO, "Überblick");
        assertThat(item.bytes(DESCRIPTION))
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("Überblick ");
        DataSet own = set.addItem(CODES);
        own.setString(CHARACTER_SET, VR.CS, "ISO_IR 192");
        own.setString(DESCRIPTION, VR.LO, "山田");
        assertThat(own.bytes(DESCRIPTION)).asString(StandardCharsets.UTF_8).isEqualTo("山田");
        assertThat(own.string(DESCRIPTION)).isEqualTo("山田");
        assertThat(set.string(CHARACTER_SET)).isEqualTo("ISO_IR 100");
    }

    @Test
    public void text_that_the_character_set_lacks_turns_the_whole_object_to_UTF_8() {
        set.setString(CHARACTER_SET, VR.CS, "ISO_IR 100");
        set.setStrings(DESCRIPTION, VR.LO, List.of("Größe", "plain"));
        set.setString(NAME, VR.PN, "Müller^Jürgen");
        DataSet item = set.addItem(CODES);
        item.setString(CHARACTER_SET, VR.CS, "ISO_IR 144");
        item.setString(DESCRIPTION, VR.LO, "Люкceмбypг");
        DataSet inner = item.addItem(CODES);
        inner.setString(COMMENTS, VR.LT, "Люкce");

        set.items(CODES).get(0).setString(NAME, VR.PN, "山田^太郎");

        assertThat(set.string(CHARACTER_SET)).isEqualTo("ISO_IR 192");
        assertThat(set.strings(DESCRIPTION)).containsExactly("Größe", "plain");
        assertThat(set.bytes(NAME)).asString(StandardCharsets.UTF_8).startsWith("Müller^Jürgen");
        assertThat(item.string(CHARACTER_SET)).isIn(null, "ISO_IR 192");
        assertThat(item.string(DESCRIPTION)).isEqualTo("Люкceмбypг");
        assertThat(item.string(NAME)).isEqualTo("山田^太郎");
        assertThat(inner.string(COMMENTS)).isEqualTo("Люкce");
        assertThat(inner.bytes(COMMENTS)).asString(StandardCharsets.UTF_8).startsWith("Люкce");
    }

    @Test
    public void thousands_of_items_and_elements_are_no_burden() {
        for (int i = 0; i < 20_000; i++) set.addItem(CODES).setString(CODE, VR.SH, "A");
        for (DataSet item : set.items(CODES)) item.remove(CODE);
        assertThat(set.items(CODES)).hasSize(20_000).allMatch(item -> item.tags().length == 0);
        for (int element = 0x1000; element < 0x9000; element++) set.setString(Tag.of(0x0009, element), VR.LO, "A");
        int[] tags = set.tags();
        IntStream.of(tags).filter(Tag::isPrivate).forEach(set::remove);
        assertThat(set.tags()).containsExactly(CODES);
    }

    @Test
    public void no_value_shows_in_a_description() {
        set.setString(NAME, VR.PN, "Secret^Name");
        assertThat(set.toString()).doesNotContain("Secret");
    }
}
