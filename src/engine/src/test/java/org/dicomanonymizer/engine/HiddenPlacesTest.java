// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DicomException;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.Raw;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.PrivateSettings;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in the bytes of an object where a name can hide from a look at its elements. The name is always JANE. */
class HiddenPlacesTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final int PRIVATE_SEQUENCE = 0x00291010;

    private static final Anonymizer BASIC = builder().build();
    private static final Anonymizer KEEPING_PRIVATE =
            builder().keepPrivate(true).build();

    private static Anonymizer.Builder builder() {
        return Anonymizer.builder().key(ProjectKey.of("a key for tests only"));
    }

    private static String treat(Anonymizer anonymizer, byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        anonymizer.anonymize(new ByteArrayInputStream(file), out);
        String bytes = out.toString(ISO_8859_1);
        assertThat(bytes.contains("JANE")).as("name left").isFalse();
        try (DicomObject object = DicomReader.read(out.toByteArray())) {
            assertThat(object.warnings()).as("faults of the output").isEmpty();
            return DataSetText.print(object.dataSet());
        }
    }

    private static Raw plain() {
        return Raw.explicit().element(0x00080060, "CS", "CT");
    }

    @Test
    void bytes_that_are_reserved_in_headers() throws IOException {
        byte[] dataSet = plain().tag(0x00282000)
                .add("OB".getBytes(US_ASCII))
                .add("JA".getBytes(US_ASCII))
                .number32(2)
                .add(new byte[2])
                .tag(0x00660016)
                .add("OFNE".getBytes(US_ASCII))
                .number32(16384)
                .add(new byte[16384])
                .tag(0x54000100)
                .add("SQJA".getBytes(US_ASCII))
                .number32(0)
                .bytes();
        String file = new String(Raw.file(EXPLICIT, dataSet), ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BASIC.anonymize(new ByteArrayInputStream(file.getBytes(ISO_8859_1)), out);
        assertThat(file).contains("OBJA", "OFNE", "SQJA");
        assertThat(out.toString(ISO_8859_1))
                .doesNotContain("OBJA", "OFNE", "SQJA")
                .contains("OB\0\0", "OF\0\0", "SQ\0\0");
    }

    @Test
    void lengths_of_delimiters_and_groups() throws IOException {
        byte[] jane = "JANE".getBytes(US_ASCII);
        byte[] dataSet = Raw.explicit()
                .element(0x00080000, "UL", jane)
                .element(0x00080060, "CS", "CT")
                .header(0x00081115, "SQ", Raw.UNDEFINED)
                .tag(0xFFFEE000)
                .number32(Raw.UNDEFINED)
                .element(0x00080000, "LO", "JANE")
                .element(0x0008103E, "LO", "x ")
                .tag(0xFFFEE00D)
                .add(jane)
                .tag(0xFFFEE0DD)
                .add(jane)
                .element(0x00180000, "OB", "JANE")
                .bytes();
        assertThat(treat(BASIC, Raw.file(EXPLICIT, dataSet))).startsWith("Modality CS CT\n");
    }

    @Test
    void bytes_behind_the_data_set() throws IOException {
        byte[] garbage = "JANE DOE, born 1970".getBytes(US_ASCII);
        assertThatThrownBy(() ->
                        treat(BASIC, Raw.file(EXPLICIT, plain().add(garbage).bytes())))
                .isInstanceOf(DicomException.class)
                .hasMessageNotContaining("JANE");
        treat(
                BASIC,
                Raw.file(EXPLICIT, plain().element(0xFFFCFFFC, "OB", "JANE").bytes()));
        treat(BASIC, Raw.file(EXPLICIT, plain().add(new byte[100]).bytes()));
    }

    @Test
    void preamble_and_file_meta_information() throws IOException {
        byte[] file = Raw.file(EXPLICIT, plain().bytes());
        System.arraycopy("JANE".getBytes(US_ASCII), 0, file, 100, 4);
        byte[] meta = Raw.explicit()
                .element(0x00020016, "AE", "JANE")
                .element(0x00020026, "UR", "http://JANE.example")
                .element(0x00020100, "UI", "1.2.3.4.")
                .element(0x00020102, "OB", "JANE")
                .header(0x00020103, "SQ", 16)
                .item(Raw.explicit().element(0x00100010, "PN", "").bytes())
                .bytes();
        int start = new String(file, ISO_8859_1).indexOf("\b\0`\0CS");
        byte[] more = new byte[file.length + meta.length];
        System.arraycopy(file, 0, more, 0, start);
        System.arraycopy(meta, 0, more, start, meta.length);
        System.arraycopy(file, start, more, start + meta.length, file.length - start);
        treat(BASIC, more);
        treat(builder().rule("(0002,xxxx)", "replace").build(), more);
        treat(builder().rule("(0002,0103)", "keep").build(), more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3.JANE", "1.2.840.10008.1.2.4.50.JANE", "JANE"})
    void the_transfer_syntax(String uid) {
        assertThatThrownBy(() -> treat(BASIC, Raw.file(uid, plain().bytes())))
                .isInstanceOf(DicomException.class)
                .hasMessageContaining("transfer syntax is not known")
                .hasMessageNotContaining("JANE");
    }

    @Test
    void a_second_element_of_a_tag_and_elements_out_of_order() throws IOException {
        byte[] dataSet = Raw.explicit()
                .element(0x00280010, "US", new byte[] {1, 0})
                .element(0x00100010, "PN", "JANE")
                .element(0x00080060, "CS", "CT")
                .element(0x00080060, "CS", "JANE")
                .element(0x00100010, "PN", "JANE")
                .bytes();
        assertThat(treat(BASIC, Raw.file(EXPLICIT, dataSet)))
                .startsWith("Modality CS CT\n")
                .containsOnlyOnce("Modality")
                .containsOnlyOnce("PatientName");
    }

    @Test
    void a_sequence_in_UN_in_a_private_element_in_UN() throws IOException {
        byte[] inner = Raw.implicit()
                .element(0x00100010, "PN", "JANE")
                .element(0x00180050, "DS", "5 ")
                .bytes();
        byte[] middle = Raw.implicit()
                .element(0x00290010, "LO", "ACME")
                .element(PRIVATE_SEQUENCE, "UN", Raw.implicit().item(inner).bytes())
                .bytes();
        byte[] dataSet = plain().element(0x00290010, "LO", "ACME")
                .element(PRIVATE_SEQUENCE, "UN", Raw.implicit().item(middle).bytes())
                .bytes();
        assertThat(treat(BASIC, Raw.file(EXPLICIT, dataSet))).doesNotContain("0029");
        assertThat(treat(KEEPING_PRIVATE, Raw.file(EXPLICIT, dataSet))).contains("SliceThickness DS 5");
    }

    @Test
    void a_private_sequence_that_can_not_be_read() throws IOException {
        byte[] item = Raw.implicit().element(0x00100010, "PN", "JANE").bytes();
        byte[] broken = Raw.implicit().item(item).add(new byte[] {1, 2, 3, 4}).bytes();
        byte[] dataSet = plain().element(0x00290010, "LO", "ACME")
                .element(PRIVATE_SEQUENCE, "UN", broken)
                .element(0x00291011, "UN", "ACDC")
                .bytes();
        assertThat(treat(KEEPING_PRIVATE, Raw.file(EXPLICIT, dataSet)))
                .contains("(0029,1011)")
                .doesNotContain("(0029,1010)");
        Selector.OfPrivate safe = (Selector.OfPrivate) SelectorParser.parse("(0029,\"ACME\",10)");
        Profile profile = Profile.builder("safe")
                .options(Set.of(ProfileOption.RETAIN_SAFE_PRIVATE))
                .privates(new PrivateSettings(false, List.of(safe)))
                .build();
        assertThat(treat(builder().profile(profile).build(), Raw.file(EXPLICIT, dataSet)))
                .doesNotContain("(0029");
    }

    @Test
    void a_private_creator_that_is_a_sequence() throws IOException {
        byte[] item = Raw.explicit().element(0x00100010, "PN", "JANE").bytes();
        byte[] dataSet = plain().element(
                        0x00290010, "SQ", Raw.explicit().item(item).bytes())
                .element(PRIVATE_SEQUENCE, "LO", "kept")
                .bytes();
        assertThat(treat(KEEPING_PRIVATE, Raw.file(EXPLICIT, dataSet))).contains("(0029,1010) LO kept");
    }

    @Test
    void items_in_place_of_pixel_data() throws IOException {
        byte[] item = Raw.explicit().element(0x00100010, "PN", "JANE").bytes();
        byte[] dataSet = plain().header(Tags.PIXEL_DATA, "SQ", Raw.UNDEFINED)
                .item(item)
                .sequenceEnd()
                .bytes();
        treat(BASIC, Raw.file(EXPLICIT, dataSet));
    }

    @Test
    void a_public_attribute_in_UN() throws IOException {
        byte[] item = Raw.implicit().element(0x00100010, "PN", "JANE").bytes();
        byte[] dataSet = plain().element(
                        0x00081115, "UN", Raw.implicit().item(item).bytes())
                .element(0x00100010, "UN", "JANE")
                .element(0x00181030, "UN", "JANE")
                .element(0x00204000, "UN", "JANE")
                .element(0x00287FE0, "UN", "http://JANE.example/")
                .bytes();
        treat(BASIC, Raw.file(EXPLICIT, dataSet));
    }

    @Test
    void what_stands_behind_a_NUL() throws IOException {
        byte[] dataSet = Raw.explicit()
                .element(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2\0JANE")
                .element(0x00080018, "UI", "1.2.3\0JANE\0\0")
                .element(0x00080020, "DA", "20200102\0\0JANE")
                .element(0x00100010, "PN", "X\0\0JANE ")
                .element(0x00200052, "UI", " \0JANE ")
                .bytes();
        treat(BASIC, Raw.file(EXPLICIT, dataSet));
    }

    @Test
    void values_that_are_too_long_to_be_held_at_hand() throws IOException {
        byte[] text = "JANE ".repeat(4000).getBytes(US_ASCII);
        Raw dataSet = Raw.implicit();
        for (int tag : new int[] {
            0x00080018,
            0x00080020,
            0x00080080,
            0x0008103E,
            0x00081155,
            0x00090010,
            0x00091001,
            0x00100010,
            0x00100020,
            0x00104000,
            0x0018FFF1,
            0x00200052,
            0x00204000,
            0x0040A123,
            0x60003000,
            0x7FE10010,
            0x7FE11001
        }) dataSet.element(tag, "", text);
        treat(BASIC, Raw.file(IMPLICIT, dataSet.bytes()));
        byte[] list = "1.2.3.JANE\\".repeat(2000).getBytes(US_ASCII);
        treat(
                BASIC,
                Raw.file(
                        IMPLICIT,
                        Raw.implicit()
                                .element(0x00083010, "", Arrays.copyOf(list, list.length - 1))
                                .bytes()));
    }

    @Test
    void a_declaration_of_private_attributes_that_makes_no_sense() throws IOException {
        byte[] block = Raw.explicit()
                .element(0x00080301, "LO", "JANE")
                .element(0x00080302, "LO", "ACME")
                .element(0x00080303, "CS", "SAFE")
                .bytes();
        byte[] dataSet = plain().element(
                        0x00080300, "SQ", Raw.explicit().item(block).bytes())
                .element(0x00290010, "LO", "ACME")
                .element(PRIVATE_SEQUENCE, "LO", "JANE")
                .bytes();
        Profile profile = Profile.basic().withOptions(Set.of(ProfileOption.RETAIN_SAFE_PRIVATE));
        treat(builder().profile(profile).build(), Raw.file(EXPLICIT, dataSet));
    }

    @Test
    void a_directory_of_a_medium_in_whatever_form() {
        byte[] record = Raw.explicit().element(0x00100010, "PN", "JANE").bytes();
        byte[] directory = Raw.explicit()
                .element(0x00041130, "CS", "JANE")
                .element(0x00041220, "SQ", Raw.explicit().item(record).bytes())
                .bytes();
        assertThatThrownBy(() -> treat(BASIC, Raw.file(EXPLICIT, directory))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> treat(BASIC, directory)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> treat(
                        BASIC,
                        Raw.implicit()
                                .element(
                                        0x00041220,
                                        "SQ",
                                        Raw.implicit().item(new byte[0]).bytes())
                                .bytes()))
                .isInstanceOf(RefusedException.class);
    }
}
