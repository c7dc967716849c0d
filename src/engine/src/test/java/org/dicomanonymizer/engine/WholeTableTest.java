// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.AttributeType;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.IodTypes;
import org.dicomanonymizer.standard.TableRow;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of PS3.15 Table E.1-1 against its code, at the root and inside a sequence that the table does not list. */
class WholeTableTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    private static final int CODE_MEANING = Tags.CODE_MEANING;
    private static final int PRIVATE_SEQUENCE = 0x00291010;

    private static final Anonymizer ANONYMIZER =
            Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build();

    static Stream<TableRow> rows() {
        return Edition.latest().rows().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_basic_profile_obeys_the_row_at_the_root(TableRow row) {
        DataSet root = object();
        plant(root, row);
        ANONYMIZER.anonymize(root);
        check(root, row, IodTypes.root(CT).type(tag(row)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_basic_profile_obeys_the_row_in_a_sequence(TableRow row) {
        DataSet root = object();
        plant(root.addItem(REFERENCED_SERIES_SEQUENCE), row);
        ANONYMIZER.anonymize(root);
        DataSet item = root.items(REFERENCED_SERIES_SEQUENCE).get(0);
        check(item, row, IodTypes.root(CT).child(REFERENCED_SERIES_SEQUENCE).type(tag(row)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rows_are_obeyed_in_private_sequences_that_are_kept(TableRow row) {
        if (row.tag().equals(TagMask.PRIVATE)) return; // kept on purpose here
        DataSet root = object();
        root.setString(0x00290010, VR.LO, "ACME");
        plant(root.addItem(PRIVATE_SEQUENCE), row);
        Anonymizer.builder().keepPrivate(true).build().anonymize(root);
        check(root.items(PRIVATE_SEQUENCE).get(0), row, AttributeType.TYPE_3);
    }

    private static DataSet object() {
        DataSet root = DicomDataSet.create();
        root.setString(Tags.SOP_CLASS_UID, VR.UI, CT);
        root.setString(Tags.SOP_INSTANCE_UID, VR.UI, "1.2.3.4.1");
        return root;
    }

    /** A tag of the row: the lowest of those that a mask covers. */
    private static int tag(TableRow row) {
        return row.tag().equals(TagMask.PRIVATE) ? 0x00091001 : row.tag().value();
    }

    private static void plant(DataSet set, TableRow row) {
        int tag = tag(row);
        if (tag == Tags.ENCAPSULATED_DOCUMENT)
            set.setString(Tags.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, VR.LO, "application/pdf");
        VR vr = row.vr() != null ? row.vr() : Tag.isPrivate(tag) ? VR.LO : VR.OB;
        switch (vr) {
            case SQ -> set.addItem(tag).setString(CODE_MEANING, VR.LO, "PLANTED");
            case UI -> set.setStrings(tag, vr, List.of("1.2.3.4711", "1.2.3.4712"));
            case DA -> set.setString(tag, vr, "19471108");
            case TM -> set.setString(tag, vr, "234711");
            case DT -> set.setString(tag, vr, "19471108234711");
            case AS -> set.setString(tag, vr, "047Y");
            case DS, IS -> set.setString(tag, vr, "4711");
            case US, UL, SS, SL, FL, FD -> set.setString(tag, vr, "4711");
            case OB, OW, UN -> set.setBytes(tag, vr, new byte[] {0x47, 0x11});
            default -> set.setString(tag, vr, "PLANTED");
        }
    }

    private static void check(DataSet set, TableRow row, AttributeType type) {
        int tag = tag(row);
        String after = DataSetText.print(set);
        assertThat(after)
                .doesNotContain("PLANTED", "1.2.3.4711", "1.2.3.4712", "19471108", "234711", "047Y", " 4711\n");
        if (!StandardRules.hasPlace(Tag.group(tag))) {
            assertThat(set.contains(tag)).isFalse();
            return;
        }
        switch (row.basic().resolve(type, row.vr())) {
            case X -> assertThat(set.contains(tag)).isFalse();
            case Z -> {
                assertThat(set.contains(tag)).isTrue();
                if (tag != Tags.PATIENT_NAME && tag != Tags.PATIENT_ID)
                    assertThat(set.isEmpty(tag)).isTrue();
            }
            case D -> assertThat(set.isEmpty(tag)).isFalse();
            case U -> assertThat(set.strings(tag)).hasSize(2).allMatch(uid -> uid.startsWith("2.25."));
            case KEEP_SEQUENCE_REMAP_UIDS -> assertThat(set.items(tag)).isNotEmpty();
            default ->
                throw new AssertionError(
                        "the Basic Profile has no " + row.basic().resolve(type, row.vr()));
        }
        if (row.basic() == ActionCode.U) assertThat(set.strings(tag)).doesNotHaveDuplicates();
    }
}
