// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharacterSetTest {
    private static final int CHARACTER_SET = 0x00080005;
    private static final int DESCRIPTION = 0x00081030;
    private static final int NAME = 0x00100010;
    private static final int COMMENTS = 0x00104000;

    private static List<Path> files() {
        return Pydicom.files().stream()
                .filter(file -> file.getParent().endsWith("charset_files"))
                .filter(file -> file.toString().endsWith(".dcm"))
                .toList();
    }

    @Test
    void every_text_reads_as_pydicom_reads_it() throws Exception {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-W", "ignore", script().toString()));
        List<String> ours = new ArrayList<>();
        for (Path file : files()) {
            command.add(file.toString());
            try (DicomObject object = DicomReader.read(file)) {
                collect(object.dataSet(), file.getFileName() + "\t", ours);
            }
        }
        assertThat(ours).hasSizeGreaterThan(100);
        assertThat(ours).containsExactlyElementsOf(Program.run(command).lines().toList());
    }

    private static Path script() throws URISyntaxException {
        URL script = CharacterSetTest.class.getResource("text_by_pydicom.py");
        return Path.of(script.toURI());
    }

    private static void collect(DataSet set, String path, List<String> texts) {
        for (int tag : set.tags()) {
            List<DataSet> items = set.items(tag);
            String here = String.format("%s%08X", path, tag);
            for (int i = 0; i < items.size(); i++) collect(items.get(i), here + "[" + i + "].", texts);
            boolean hasText = set.vr(tag).kind() == VR.Kind.TEXT && !set.isEmpty(tag);
            if (!hasText || Tag.isPrivate(tag)) continue;
            String text = String.join("\\", set.strings(tag)).replaceFirst("=+$", "");
            texts.add(here + "\t" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void text_that_is_set_again_has_the_bytes_it_had() throws IOException {
        for (Path file : files()) {
            // These return to ASCII where they need not, or should to JIS X 0201.
            if (file.toString().matches(".*(KoreanMulti|SQEncoding1?)\\.dcm")) continue;
            try (DicomObject object = DicomReader.read(file)) {
                assertSameAgain(object.dataSet(), file.toString());
            }
        }
    }

    private static void assertSameAgain(DataSet set, String file) {
        for (int tag : set.tags()) {
            for (DataSet item : set.items(tag)) assertSameAgain(item, file);
            if (set.vr(tag).kind() != VR.Kind.TEXT) continue;
            byte[] before = set.bytes(tag);
            set.setStrings(tag, set.vr(tag), set.strings(tag));
            assertThat(set.bytes(tag)).as(file + Tag.toString(tag)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 6, Smith",
        "ISO_IR 100, Jérôme",
        "ISO_IR 101, Łukasz",
        "ISO_IR 109, Ħaż",
        "ISO_IR 110, Ķēniņš",
        "ISO_IR 144, Люкceмбypг",
        "ISO_IR 127, قباني",
        "ISO_IR 126, Διονυσιος",
        "ISO_IR 138, שרון",
        "ISO_IR 148, Çavuşoğlu",
        "ISO_IR 203, Žižka€",
        "ISO_IR 13, ﾔﾏﾀﾞ",
        "ISO_IR 166, สมชาย",
        "ISO_IR 192, 山田é",
        "GB18030, 王小东",
        "GBK, 王小东",
        "ISO 2022 IR 6, Smith",
        "ISO 2022 IR 100, Jérôme",
        "ISO 2022 IR 101, Łukasz",
        "ISO 2022 IR 109, Ħaż",
        "ISO 2022 IR 110, Ķēniņš",
        "ISO 2022 IR 144, Люкceмбypг",
        "ISO 2022 IR 127, قباني",
        "ISO 2022 IR 126, Διονυσιος",
        "ISO 2022 IR 138, שרון",
        "ISO 2022 IR 148, Çavuşoğlu",
        "ISO 2022 IR 203, Žižka€",
        "ISO 2022 IR 13, ﾔﾏﾀﾞ",
        "ISO 2022 IR 166, สมชาย",
        "\\ISO 2022 IR 87, 山田ab太郎",
        "\\ISO 2022 IR 159, 丂丄ab丅",
        "\\ISO 2022 IR 149, 김ab희중",
        "\\ISO 2022 IR 58, 王ab小东",
        "\\ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 87, éaЛ山é田",
    })
    void every_term_reads_what_it_writes(String terms, String text) {
        DataSet set = DicomDataSet.create();
        set.setString(CHARACTER_SET, VR.CS, terms);
        set.setStrings(NAME, VR.PN, List.of(text + "^x=" + text + "^" + text, text));
        set.setString(COMMENTS, VR.LT, text + "\\\r\n\t" + text);
        assertThat(((DicomDataSet) set).characterSet().isKnown()).isTrue();
        assertThat(set.strings(NAME)).containsExactly(text + "^x=" + text + "^" + text, text);
        assertThat(set.strings(COMMENTS)).containsExactly(text + "\\\r\n\t" + text);
        assertThat(set.strings(CHARACTER_SET)).as("still the same").isEqualTo(List.of(terms.split("\\\\", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, 00E9",
        "ISO 2022 IR 100, 00E9",
        "ISO_IR 101, 00E9",
        "ISO_IR 144, 0449",
        "ISO_IR 203, 00E9",
        "ISO-IR 100, 00E9",
        "ISO_IR_100, 00E9",
        "ISO IR 100, 00E9",
        "iso_ir 100, 00E9",
        "ISO IR100, 00E9",
        "ISO8859-1, 00E9",
        "ISO-8859-5, 0449",
        "ISO_8859_1, 00E9",
        "LATIN1, 00E9",
        "ISO_2022_IR_144, 0449",
        "ISO 2022-IR 144, 0449"
    })
    void spellings_of_single_byte_sets(String term, String expected) {
        CharacterSet set = CharacterSet.of(List.of(term));
        assertThat(set.isKnown()).isTrue();
        assertThat(set.decode(new byte[] {(byte) 0xE9}, 0, 1, VR.LO))
                .isEqualTo(Character.toString(Integer.parseInt(expected, 16)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO_IR 192", "ISO IR 192", "ISO-IR 192", "ISO_IR192", "UTF-8", "utf8", "UTF 8"})
    void spellings_of_UTF_8(String term) {
        byte[] bytes = "é山".getBytes(StandardCharsets.UTF_8);
        assertThat(CharacterSet.of(List.of(term)).isKnown()).isTrue();
        assertThat(CharacterSet.of(List.of(term)).decode(bytes, 0, bytes.length, VR.LO))
                .isEqualTo("é山");
    }

    @Test
    void a_backslash_within_a_character_separates_nothing() {
        DataSet gbk = DicomDataSet.create();
        gbk.setString(CHARACTER_SET, VR.CS, "GBK");
        gbk.setBytes(NAME, VR.PN, HexFormat.of().parseHex("815C5E815C5C41")); // 乗^乗 and A
        assertThat(gbk.strings(NAME)).containsExactly("乗^乗", "A");
        DataSet kanji = DicomDataSet.create();
        kanji.setString(CHARACTER_SET, VR.CS, "\\ISO 2022 IR 87");
        // ESC $ B, two characters with 5C and 5E in them, ESC ( B, separator, A
        kanji.setBytes(NAME, VR.PN, HexFormat.of().parseHex("1B2442305C3D5E1B28425C41"));
        assertThat(kanji.strings(NAME)).containsExactly(decodeJis(0x30, 0x5C) + decodeJis(0x3D, 0x5E), "A");
    }

    private static String decodeJis(int first, int second) {
        return new String(new byte[] {(byte) (first | 0x80), (byte) (second | 0x80)}, Charset.forName("EUC-JP"));
    }

    @Test
    void a_backslash_separates_in_JIS_X_0201_too() {
        DataSet set = DicomDataSet.create();
        set.setString(CHARACTER_SET, VR.CS, "ISO_IR 13");
        set.setBytes(DESCRIPTION, VR.LO, HexFormat.of().parseHex("D4CF5C7E41"));
        assertThat(set.strings(DESCRIPTION)).containsExactly("ﾔﾏ", "~A");
    }

    @Test
    void escape_sequences_end_at_delimiters_and_line_ends() {
        DataSet set = DicomDataSet.create();
        set.setString(CHARACTER_SET, VR.CS, "ISO 2022 IR 100\\ISO 2022 IR 144");
        String cyrillic = "1B2D4C E9 ";
        String latin = "E9 ";
        set.setBytes(NAME, VR.PN, hex(cyrillic + "5E" + latin + "3D" + cyrillic + latin + "5C" + latin));
        set.setBytes(DESCRIPTION, VR.LO, hex(cyrillic + "5E" + latin + "5C" + latin));
        set.setBytes(COMMENTS, VR.LT, hex(cyrillic + "5C" + latin + "0D" + latin + "0A"));
        assertThat(set.strings(NAME)).containsExactly("щ^é=щщ", "é");
        assertThat(set.strings(DESCRIPTION)).containsExactly("щ^щ", "é");
        assertThat(set.strings(COMMENTS)).containsExactly("щ\\щ\ré\n");
    }

    @Test
    void a_missing_escape_sequence_in_Korean_is_forgiven() {
        DataSet set = DicomDataSet.create();
        set.setString(CHARACTER_SET, VR.CS, "\\ISO 2022 IR 149");
        set.setBytes(NAME, VR.PN, hex("1B2429 43 C8AB 5E B1E6B5BF"));
        assertThat(set.strings(NAME)).containsExactly("홍^길동");
    }

    @Test
    void what_no_set_explains_reads_as_ISO_8859_1() {
        byte[] bytes = {'a', (byte) 0xE9, (byte) 0x1B, 'b', (byte) 0xFF};
        for (String terms : List.of("", "ISO_IR 6", "ISO_IR 4711", "NONSENSE", "ISO_IR 192", "ISO 2022 IR 149")) {
            CharacterSet set = CharacterSet.of(terms.isEmpty() ? List.of() : List.of(terms));
            assertThat(set.decode(bytes, 0, bytes.length, VR.LO)).as(terms).isEqualTo("aé\u001Bbÿ");
        }
        assertThat(CharacterSet.of(List.of("NONSENSE")).isKnown()).isFalse();
        assertThat(CharacterSet.of(List.of("ISO_IR 192", "ISO 2022 IR 87")).isKnown())
                .isFalse();
        assertThat(CharacterSet.of(List.of("NONSENSE")).canEncode("é")).isFalse();
        assertThat(CharacterSet.DEFAULT.canEncode("plain")).isTrue();
        assertThat(CharacterSet.DEFAULT.canEncode("é")).isFalse();
        assertThat(CharacterSet.of(List.of("ISO_IR 100")).canEncode("é山")).isFalse();
        assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 87")).canEncode("山"))
                .isTrue();
    }

    @Test
    void an_unknown_one_is_warned_of() throws IOException {
        byte[] dataSet = Raw.explicit().element(CHARACTER_SET, "CS", "NONSENSE").bytes();
        assertThat(DicomReader.read(Raw.file("1.2.840.10008.1.2.1", dataSet)).warnings())
                .containsExactly("(0008,0005): not all of it is known; it is read as ISO 8859-1");
    }

    @Test
    void turning_to_UTF_8_keeps_every_text_of_every_file() throws IOException {
        for (Path file : files()) {
            try (DicomObject object = DicomReader.read(file)) {
                List<String> before = new ArrayList<>();
                collect(object.dataSet(), "", before);
                object.dataSet().setString(0x00104000, VR.LT, "\uD83D\uDE00");
                List<String> after = new ArrayList<>();
                collect(DicomReader.read(RoundTripTest.written(object)).dataSet(), "", after);
                assertThat(after.stream().filter(text -> !text.startsWith("00104000")))
                        .containsExactlyElementsOf(before.stream()
                                .filter(text -> !text.startsWith("00104000"))
                                .toList());
                boolean utf8 = object.dataSet().string(CHARACTER_SET).equals("ISO_IR 192");
                assertThat(utf8 || object.dataSet().string(CHARACTER_SET).equals("GB18030"))
                        .isTrue();
            }
        }
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
