// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Value;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the archive holds, in whatever form, is seen through the adapter, and what is set there, by the archive. */
class ArchiveValuesTest {
    private static final int NAME = 0x00100010;
    private static final int DESCRIPTION = 0x00081030;
    private static final int INSTANCE_NUMBER = 0x00200013;
    private static final int WAVEFORM_DATA = 0x54001010;
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final int CODES = 0x00082218;
    private static final int CODE = 0x00080100;

    private final Attributes attributes = new Attributes();
    private final DataSet set = AttributesDataSet.of(attributes);

    @TempDir
    Path folder;

    @Test
    void text_that_the_archive_has_decoded_is_text() {
        attributes.setString(Tags.SPECIFIC_CHARACTER_SET, org.dcm4che3.data.VR.CS, "ISO_IR 100");
        attributes.setString(NAME, org.dcm4che3.data.VR.PN, "Müller^Jürgen");
        attributes.setString(DESCRIPTION, org.dcm4che3.data.VR.LO, "one", "two");
        assertThat(set.strings(NAME)).containsExactly("Müller^Jürgen");
        assertThat(set.bytes(NAME)).isEqualTo("Müller^Jürgen ".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(set.length(NAME)).isEqualTo(14);
        assertThat(set.strings(DESCRIPTION)).containsExactly("one", "two");
        assertThat(set.isEmpty(DESCRIPTION)).isFalse();
        attributes.setString(DESCRIPTION, org.dcm4che3.data.VR.LO, "");
        assertThat(set.isEmpty(DESCRIPTION)).isTrue();
    }

    @Test
    void numbers_that_the_archive_has_made_of_text_are_text() {
        attributes.setString(INSTANCE_NUMBER, org.dcm4che3.data.VR.IS, "7", "8");
        assertThat(attributes.getInt(INSTANCE_NUMBER, 0)).isEqualTo(7);
        assertThat(set.strings(INSTANCE_NUMBER)).containsExactly("7", "8");
        assertThat(set.bytes(INSTANCE_NUMBER))
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("7\\8 ");
    }

    @Test
    void what_is_set_is_read_by_the_archive() {
        set.setString(Tags.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 100");
        set.setString(NAME, VR.PN, "Müller^Jürgen");
        set.setStrings(DESCRIPTION, VR.LO, List.of("one", "two"));
        set.setString(0x00280010, VR.US, "512");
        assertThat(attributes.getString(NAME)).isEqualTo("Müller^Jürgen");
        assertThat(attributes.getStrings(DESCRIPTION)).containsExactly("one", "two");
        assertThat(attributes.getInt(0x00280010, 0)).isEqualTo(512);
        set.setString(NAME, VR.PN, "");
        assertThat(attributes.getValue(NAME)).isSameAs(Value.NULL);
    }

    @Test
    void the_change_to_UTF_8_reaches_what_the_archive_has_decoded_and_what_it_has_not() {
        attributes.setString(Tags.SPECIFIC_CHARACTER_SET, org.dcm4che3.data.VR.CS, "ISO_IR 100");
        attributes.setString(NAME, org.dcm4che3.data.VR.PN, "Müller^Jürgen");
        attributes.setBytes(DESCRIPTION, org.dcm4che3.data.VR.LO, "Größe".getBytes(StandardCharsets.ISO_8859_1));
        set.addItem(CODES).setString(CODE, VR.SH, "山田");
        assertThat(attributes.getString(Tags.SPECIFIC_CHARACTER_SET)).isEqualTo("ISO_IR 192");
        assertThat(attributes.getString(NAME)).isEqualTo("Müller^Jürgen");
        assertThat(attributes.getString(DESCRIPTION)).isEqualTo("Größe");
        assertThat(attributes.getNestedDataset(CODES).getString(CODE)).isEqualTo("山田");
    }

    @Test
    void private_elements_have_the_tag_of_their_block() {
        attributes.setString(0x00090010, org.dcm4che3.data.VR.LO, "OTHER");
        attributes.setString(0x00090011, org.dcm4che3.data.VR.LO, "ACME");
        attributes.setString(0x00091101, org.dcm4che3.data.VR.LO, "text");
        assertThat(set.tags()).containsExactly(0x00090010, 0x00090011, 0x00091101);
        assertThat(set.privateCreator(0x00091101)).isEqualTo("ACME");
        assertThat(set.string(0x00091101)).isEqualTo("text");
        set.setString(0x00091102, VR.LO, "more");
        set.remove(0x00091101);
        assertThat(attributes.tags()).containsExactly(0x00090010, 0x00090011, 0x00091102);
    }

    @Test
    void items_are_equal_if_they_stand_for_the_same_attributes() {
        DataSet item = set.addItem(CODES);
        set.addItem(CODES);
        assertThat(set.items(CODES).get(0)).isEqualTo(item).hasSameHashCodeAs(item);
        assertThat(set.items(CODES).get(1)).isNotEqualTo(item);
        assertThat(item.parent()).isSameAs(set);
        DataSet entered = AttributesDataSet.of(attributes.getNestedDataset(CODES));
        assertThat(entered).isEqualTo(item);
        assertThat(entered.parent()).isEqualTo(set);
        assertThat(entered.root()).isEqualTo(set);
    }

    @Test
    void an_unknown_VR_is_that_of_the_dictionary() {
        byte[] name = "A^B ".getBytes(StandardCharsets.US_ASCII);
        attributes.setBytes(NAME, org.dcm4che3.data.VR.UN, name);
        attributes.setBytes(0x00091001, org.dcm4che3.data.VR.UN, name);
        attributes.setBytes(CODES, org.dcm4che3.data.VR.UN, name);
        attributes.setNull(0x00081110, org.dcm4che3.data.VR.UN);
        assertThat(set.vr(NAME)).isEqualTo(VR.PN);
        assertThat(set.strings(NAME)).containsExactly("A^B");
        assertThat(set.vr(0x00091001)).isEqualTo(VR.UN);
        assertThat(set.vr(CODES)).as("no items").isEqualTo(VR.UN);
        assertThat(set.vr(0x00081110)).as("empty").isEqualTo(VR.SQ);
        assertThat(attributes.getValue(NAME)).as("left alone").isSameAs(name);
        assertThat(attributes.getVR(NAME)).isEqualTo(org.dcm4che3.data.VR.UN);
    }

    /** Two items, the second with a sequence of one item in it, which tells US 258: as UN, in implicit VR little endian. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void items_in_an_unknown_VR_become_a_sequence(boolean bigEndian) {
        byte[] items = HexFormat.of()
                .parseHex("FEFF00E00C000000" + "0800000104000000" + "41202020" + "FEFF00E01A000000" + "0800182212000000"
                        + "FEFF00E00A000000" + "2800100002000000" + "0201");
        Attributes holder = new Attributes(bigEndian);
        holder.setBytes(0x00091001, org.dcm4che3.data.VR.UN, items);
        DataSet outer = AttributesDataSet.of(holder);
        assertThat(outer.vr(0x00091001)).isEqualTo(VR.SQ);
        assertThat(outer.length(0x00091001)).isEqualTo(2);
        assertThat(outer.items(0x00091001).get(0).string(CODE)).isEqualTo("A");
        DataSet innermost = outer.items(0x00091001).get(1).items(CODES).get(0);
        assertThat(innermost.string(0x00280010)).isEqualTo("258");
        innermost.setString(0x00280010, VR.US, "259");
        assertThat(holder.getNestedDataset(0x00091001).getString(CODE)).isEqualTo("A");
        assertThat(holder.getSequence(0x00091001).get(1).getNestedDataset(CODES).getInt(0x00280010, 0))
                .isEqualTo(259);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bulk_data_is_read_where_it_is(boolean bigEndian) throws IOException {
        byte[] file = new byte[20_000];
        for (int i = 0; i < file.length; i++) file[i] = (byte) i;
        String uri = Files.write(folder.resolve("spool"), file).toUri() + "?offset=4&length=19001";
        BulkData bulk = new BulkData(null, uri, bigEndian);
        attributes.setValue(WAVEFORM_DATA, org.dcm4che3.data.VR.OW, bulk);
        assertThat(set.length(WAVEFORM_DATA)).isEqualTo(19_001);
        byte[] read = set.bytes(WAVEFORM_DATA);
        assertThat(read).hasSize(19_001).startsWith(bigEndian ? new byte[] {5, 4, 7, 6} : new byte[] {4, 5, 6, 7});
        try (var in = set.open(WAVEFORM_DATA)) {
            assertThat(in.readAllBytes()).isEqualTo(read);
        }
        assertThat(attributes.getValue(WAVEFORM_DATA)).as("left alone").isSameAs(bulk);
        assertThat(set.clearBits(WAVEFORM_DATA, 2, 0xF000)).isFalse();
        set.setBytes(WAVEFORM_DATA, VR.OW, new byte[2]);
        assertThat(attributes.getValue(WAVEFORM_DATA)).isEqualTo(new byte[2]);
    }

    @Test
    void text_in_bulk_data_is_text() throws IOException {
        String uri = Files.writeString(folder.resolve("text"), "Größe", StandardCharsets.UTF_8)
                .toUri()
                .toString();
        attributes.setString(Tags.SPECIFIC_CHARACTER_SET, org.dcm4che3.data.VR.CS, "ISO_IR 192");
        attributes.setValue(0x0040A160, org.dcm4che3.data.VR.UT, new BulkData(null, uri, false));
        assertThat(set.strings(0x0040A160)).containsExactly("Größe");
        assertThat(set.length(0x0040A160)).as("not known").isEqualTo(Long.MAX_VALUE);
        assertThat(set.isEmpty(0x0040A160)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"spool-1.2.840.113619?offset=0&length=10", "short?offset=0&length=10", "http"})
    void bulk_data_that_is_not_there_is_refused_without_telling_its_place(String name) throws IOException {
        Files.write(folder.resolve("short"), new byte[4]);
        String uri = name.equals("http") ? "http://localhost:1/wado/1.2.840" : folder.toUri() + name;
        BulkData bulk = new BulkData(null, uri, false);
        attributes.setValue(PIXEL_DATA, org.dcm4che3.data.VR.OW, bulk);
        assertThat(set.contains(PIXEL_DATA)).isTrue();
        assertThatThrownBy(() -> set.bytes(PIXEL_DATA))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("(7FE0,0010)")
                .hasMessageNotContaining("1.2.840")
                .hasMessageNotContaining("file:");
    }

    /** So the archive gives the pixel data of what it receives; the fork knows no such thing. */
    @Test
    @Tag("dcm4che")
    void bulk_data_may_be_nowhere() {
        attributes.setValue(PIXEL_DATA, org.dcm4che3.data.VR.OW, new BulkData("uuid", null, false));
        assertThat(set.vr(PIXEL_DATA)).isEqualTo(VR.OW);
        assertThat(set.isEmpty(PIXEL_DATA)).isFalse();
        assertThatThrownBy(() -> set.bytes(PIXEL_DATA)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void fragments_are_items_with_their_headers() throws IOException {
        Fragments fragments = attributes.newFragments(PIXEL_DATA, org.dcm4che3.data.VR.OB, 3);
        fragments.add(Value.NULL);
        fragments.add(new byte[] {1, 2, 3, 4});
        String uri = Files.write(folder.resolve("spool"), new byte[] {0, 5, 6}).toUri() + "?offset=1&length=2";
        fragments.add(new BulkData(null, uri, false));
        assertThat(set.length(PIXEL_DATA)).isEqualTo(30);
        assertThat(set.isEmpty(PIXEL_DATA)).isFalse();
        assertThat(HexFormat.of().withUpperCase().formatHex(set.bytes(PIXEL_DATA)))
                .isEqualTo("FEFF00E000000000" + "FEFF00E00400000001020304" + "FEFF00E0020000000506");
        try (var in = set.open(PIXEL_DATA)) {
            assertThat(in.readAllBytes()).isEqualTo(set.bytes(PIXEL_DATA));
        }
        assertThat(set.items(PIXEL_DATA)).isEmpty();
        assertThat(set.clearBits(PIXEL_DATA, 1, 1)).isFalse();
        assertThat(attributes.getValue(PIXEL_DATA)).as("left alone").isSameAs(fragments);
    }
}
