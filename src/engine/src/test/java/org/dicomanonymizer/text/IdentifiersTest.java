// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);

    private static final int REQUEST_ATTRIBUTES_SEQUENCE = 0x00400275;
    private static final int REQUESTED_PROCEDURE_ID = 0x00401001;
    private static final int PERSON_IDENTIFICATION_CODE_SEQUENCE = 0x00401101;

    private static List<Kind> kinds(Identifiers identifiers, String text) {
        return identifiers.find(text).stream().map(Hit::kind).toList();
    }

    @Test
    void are_gathered_from_the_root_and_all_items() {
        DataSet root = DicomDataSet.create();
        root.setString(Tags.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 192");
        root.setString(Tags.PATIENT_NAME, VR.PN, "Adams^Gomez=山田^太郎=やまだ^たろう");
        root.setString(Tags.PATIENT_ID, VR.LO, "P-00471");
        root.setString(Tags.PATIENT_BIRTH_DATE, VR.DA, "19800102");
        root.setString(0x00080080, VR.LO, "Zorblonk Hospital");
        root.setString(0x00102154, VR.SH, "+1 212 555 0199");
        root.setString(0x00101040, VR.LO, "7 Cemetery Ridge, Westfield");
        DataSet item = root.addItem(REQUEST_ATTRIBUTES_SEQUENCE);
        item.setString(REQUESTED_PROCEDURE_ID, VR.SH, "RP778899");
        DataSet person = item.addItem(0x00401011).addItem(PERSON_IDENTIFICATION_CODE_SEQUENCE);
        person.setString(Tags.CODE_MEANING, VR.LO, "Fester, Uncle");
        item.setString(0x00401010, VR.PN, "Thing^Hand");

        Identifiers identifiers = Identifiers.of(root);

        assertThat(identifiers.kinds())
                .containsExactlyInAnyOrder(
                        Kind.PATIENT_NAME,
                        Kind.PERSON_NAME,
                        Kind.IDENTIFIER,
                        Kind.BIRTH_DATE,
                        Kind.INSTITUTION,
                        Kind.PHONE,
                        Kind.ADDRESS);
        assertThat(kinds(identifiers, "ADAMS 山田 ヤマダ"))
                .containsExactly(Kind.PATIENT_NAME, Kind.PATIENT_NAME, Kind.PATIENT_NAME);
        assertThat(kinds(identifiers, "p00471 then RP-778899")).containsExactly(Kind.IDENTIFIER, Kind.IDENTIFIER);
        assertThat(kinds(identifiers, "zorblonk hospital; 555-0199; 212.555.0199"))
                .containsExactly(Kind.INSTITUTION, Kind.PHONE, Kind.PHONE);
        assertThat(kinds(identifiers, "7 cemetery ridge at Westfield; Fester"))
                .containsExactly(Kind.ADDRESS, Kind.ADDRESS, Kind.PERSON_NAME);
        assertThat(identifiers.find("CT hand and a thing of the past")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "19800102",
                "1980-01-02",
                "1980.01.02",
                "02.01.1980",
                "2.1.1980",
                "01/02/80",
                "1/2/80",
                "2 Jan 1980",
                "02JAN1980",
                "January 2nd, 1980",
                "jan 2 80",
                "2nd of January 1980",
                "2. Januar 1980",
                "2 janvier 1980",
                "2 de enero de 1980",
                "2 gennaio 1980",
                "2 januari 1980",
                "2 de janeiro de 1980",
                "2 января 1980",
                "1980年1月2日",
                "昭和55年1月2日",
                "S55.1.2",
                "1980년 1월 2일",
                "１９８０／０１／０２",
                "02011980",
                "1980-01-02T10:30:00",
                "1980 Jan 02",
                "January-02-1980"
            })
    void know_the_birth_date_in_any_writing(String date) {
        Identifiers identifiers = TextCorpus.identifiers("birth date: 19800102");

        assertThat(kinds(identifiers, "born " + date + ", CT")).containsExactly(Kind.BIRTH_DATE);
        assertThat(TextCleaner.standard().clean("CT head " + date, identifiers).text())
                .isEqualTo("CT head");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19810102", "3 Jan 1980", "02.02.1980", "1980", "January 1980", "5 mm", "2-1"})
    void take_no_other_date_for_the_birth_date(String date) {
        assertThat(TextCorpus.identifiers("birth date: 19800102").find("on " + date))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller",
                "MUELLER",
                "Mueller",
                "muller",
                "M U L L E R",
                "Mül-ler",
                "Müllers Knie",
                "xmueller2",
                "ＭＵＬＬＥＲ",
                "Mu\u0308ller",
                "Mueller_Hans",
                "HansMüller",
                "h.mueller@example.org"
            })
    void know_a_name_however_it_is_spelt(String writing) {
        assertThat(kinds(TextCorpus.identifiers("patient name: Müller^Hans"), writing))
                .contains(Kind.PATIENT_NAME);
        assertThat(kinds(TextCorpus.identifiers("patient name: MUELLER^HANS"), writing))
                .contains(Kind.PATIENT_NAME);
    }

    @Test
    void take_a_word_for_a_name_only_beside_a_name_or_a_title() {
        Identifiers chest = TextCorpus.identifiers("patient name: Chest^Arabella");

        assertThat(chest.find("CT CHEST")).isEmpty();
        assertThat(chest.find("Chest X-ray")).isEmpty();
        assertThat(kinds(chest, "Arabella Chest")).isNotEmpty().containsOnly(Kind.PATIENT_NAME);
        assertThat(kinds(chest, "CHEST, A. ARABELLA")).isNotEmpty();
        assertThat(kinds(chest, "Mrs. Chest")).containsExactly(Kind.PATIENT_NAME);
        assertThat(kinds(chest, "chest")).containsExactly(Kind.PATIENT_NAME);
    }

    @Test
    void leave_out_what_says_nothing() {
        Identifiers identifiers =
                TextCorpus.identifiers("identifier: 0; identifier: 0000; patient name: ^^; patient name: ");

        assertThat(identifiers.isEmpty()).isTrue();
        assertThat(identifiers.find("0000 and 0")).isEmpty();
        assertThat(Identifiers.none().find("anything")).isEmpty();
    }

    @Test
    void are_the_same_if_they_tell_the_same() {
        Identifiers one = TextCorpus.identifiers("patient name: A^B; identifier: 4711");
        Identifiers other = TextCorpus.identifiers("identifier: 4711; patient name: A^B");

        assertThat(one)
                .isEqualTo(other)
                .hasSameHashCodeAs(other)
                .isNotEqualTo(TextCorpus.identifiers("identifier: 4712"));
        assertThat(one.toString()).doesNotContain("A", "B", "4711");
    }

    @Test
    void serve_all_objects_of_patients_who_come_by_turns() {
        Identifiers one = TextCorpus.identifiers("patient name: Kowalski^Anna");
        Identifiers other = TextCorpus.identifiers("patient name: Grünwald^Emil");

        assertThat(TextCorpus.identifiers("patient name: Kowalski^Anna"))
                .isSameAs(one)
                .isNotSameAs(other);
        assertThat(TextCorpus.identifiers("patient name: Grünwald^Emil")).isSameAs(other);
        assertThat(one.inBytes(ALL, 6)).isSameAs(one.inBytes(ALL, 6));
        byte[] shorter = "Emil".getBytes(StandardCharsets.US_ASCII);
        Identifiers again = TextCorpus.identifiers("patient name: Grünwald^Emil");
        assertThat(again.inBytes(ALL, 4).find(shorter, 0, 4)).isPresent();
        assertThat(again.inBytes(ALL, 6).find(shorter, 0, 4)).isEmpty();
    }

    @Test
    void are_kept_no_longer_than_what_was_made_of_the_object() {
        Reference<Identifiers> gone = new WeakReference<>(TextCorpus.identifiers("patient name: Kowalski^Anna"));
        Identifiers known = TextCorpus.identifiers("patient name: Grünwald^Emil");
        for (int i = 0; i < 100 && !gone.refersTo(null); i++) System.gc();

        assertThat(gone.refersTo(null)).isTrue();
        assertThat(TextCorpus.identifiers("patient name: Grünwald^Emil")).isSameAs(known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-8", "UTF-16LE", "UTF-16BE"})
    void are_found_in_bytes(String charset) {
        ByteSearch search = TextCorpus.identifiers(
                        "patient name: Lefèvre^Zoé; identifier: P00471; birth date: 19800102")
                .inBytes(ALL, 4);

        for (String text : List.of("xxLEFÈVRE^", "lefèvre", "p00471", "02.01.1980", "19800102")) {
            byte[] bytes = ("\u0001\u0002" + text + "\u0003").getBytes(Charset.forName(charset));
            assertThat(search.find(bytes, 0, bytes.length)).as(text).isPresent();
        }
        byte[] nothing = "Lefe P0047 19800103".getBytes(StandardCharsets.UTF_16LE);
        assertThat(search.find(nothing, 0, nothing.length)).isEmpty();
        assertThat(search.longest()).isGreaterThanOrEqualTo(16);
        assertThat(search.toString()).doesNotContainIgnoringCase("lef");
    }

    @Test
    void are_found_in_bytes_of_other_scripts() {
        ByteSearch search =
                TextCorpus.identifiers("patient name: Yamada^Tarou=山田^太郎").inBytes(ALL, 4);
        for (String charset : List.of("UTF-8", "windows-31j", "GB18030", "EUC-JP")) {
            byte[] bytes = "..山田..".getBytes(Charset.forName(charset));
            assertThat(search.find(bytes, 0, bytes.length)).as(charset).contains(Kind.PATIENT_NAME);
        }
        byte[] part = "..山田..".getBytes(StandardCharsets.UTF_8);
        assertThat(search.find(part, 0, 5)).isEmpty();
    }
}
