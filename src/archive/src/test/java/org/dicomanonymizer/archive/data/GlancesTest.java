// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.junit.jupiter.api.Test;

/** Only what surely stays as it is may be left alone at a glance. */
class GlancesTest {
    private static final int MODALITY = 0x00080060;
    private static final int CODES = 0x00082218;
    private static final int CODE = 0x00080100;
    private static final int MEANING = 0x00080104;
    private static final int NAME = 0x00100010;
    private static final int ROWS = 0x00280010;
    private static final int PIXEL_MEASURES = 0x00289110;
    private static final int SPACING = 0x00280030;
    private static final int PIXELS = 0x7FE00010;
    private static final DataSet.Glance ALL = (tag, vr, value) -> true;

    private final Attributes attributes = new Attributes();
    private final DataSet set = AttributesDataSet.of(attributes);

    @Test
    void elements_that_pass_are_left_out() {
        set.setString(MODALITY, VR.CS, "MR");
        set.setString(NAME, VR.PN, "Doe");
        set.setBytes(0x80010010, VR.LO, new byte[0]);
        assertThat(set.tagsBut(ALL)).isEmpty();
        assertThat(set.tagsBut((tag, vr, value) -> vr != VR.PN)).containsExactly(NAME);
        assertThat(set.tagsBut((tag, vr, value) -> value.length == 2)).containsExactly(NAME, 0x80010010);
    }

    @Test
    void a_sequence_passes_with_every_element_of_every_item() {
        set.addItem(CODES).setString(CODE, VR.SH, "1");
        set.addItem(CODES).setString(MEANING, VR.LO, "Doe");
        set.setEmptySequence(PIXEL_MEASURES);
        assertThat(set.tagsBut(ALL)).isEmpty();
        assertThat(set.tagsBut((tag, vr, value) -> tag != CODES)).containsExactly(CODES);
        assertThat(set.tagsBut((tag, vr, value) -> tag != MEANING)).containsExactly(CODES);
        set.items(CODES).get(1).setEmptySequence(CODES);
        assertThat(set.tagsBut(ALL)).as("sequences in items").containsExactly(CODES);
    }

    @Test
    void what_is_not_held_as_bytes_does_not_pass() {
        attributes.setString(MODALITY, org.dcm4che3.data.VR.CS, "MR");
        attributes.setInt(ROWS, org.dcm4che3.data.VR.US, 1);
        attributes.setValue(PIXELS, org.dcm4che3.data.VR.OW, new BulkData(null, "file:/pixels", false));
        assertThat(set.tagsBut(ALL)).contains(MODALITY, PIXELS);
    }

    @Test
    void text_in_place_of_a_number_is_found_in_the_last_item() {
        set.addItem(PIXEL_MEASURES).setString(SPACING, VR.DS, "7");
        set.addItem(PIXEL_MEASURES).setBytes(SPACING, VR.DS, "Doe^Jane".getBytes(StandardCharsets.US_ASCII));
        anonymizer().build().anonymize(set);
        assertThat(set.items(PIXEL_MEASURES).get(0).string(SPACING)).isEqualTo("7");
        assertThat(set.items(PIXEL_MEASURES).get(1).string(SPACING)).isNotEqualTo("Doe^Jane");
    }

    @Test
    void what_a_function_does_to_other_elements_is_judged() {
        set.setString(NAME, VR.PN, "Doe");
        set.setString(SPACING, VR.DS, "7");
        anonymizer()
                .rule("PatientName", (data, element, context) -> data.setString(SPACING, VR.DS, "Doe^Jane"))
                .build()
                .anonymize(set);
        assertThat(set.string(SPACING)).isNotEqualTo("Doe^Jane");
    }

    private static Anonymizer.Builder anonymizer() {
        return Anonymizer.builder().profile(Profile.basic()).key(ProjectKey.of("a key for tests only"));
    }
}
