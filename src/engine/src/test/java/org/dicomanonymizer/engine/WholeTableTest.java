// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
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
    private static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
    private static final int PRIVATE_SEQUENCE = 0x00291010;

    private static final Anonymizer ANONYMIZER =
            Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build();

    static Stream<TableRow> rows() {
        return Edition.latest().rows().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_basic_profile_obeys_the_row_at_the_root(TableRow row) {
        DataSet root = PlantedRow.object();
        PlantedRow.plant(root, row);
        ANONYMIZER.anonymize(root);
        check(root, row, IodTypes.root(PlantedRow.CT).type(PlantedRow.tag(row)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void the_basic_profile_obeys_the_row_in_a_sequence(TableRow row) {
        DataSet root = PlantedRow.object();
        PlantedRow.plant(root.addItem(REFERENCED_SERIES_SEQUENCE), row);
        ANONYMIZER.anonymize(root);
        DataSet item = root.items(REFERENCED_SERIES_SEQUENCE).get(0);
        check(
                item,
                row,
                IodTypes.root(PlantedRow.CT).child(REFERENCED_SERIES_SEQUENCE).type(PlantedRow.tag(row)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rows_are_obeyed_in_private_sequences_that_are_kept(TableRow row) {
        if (row.tag().equals(TagMask.PRIVATE)) return; // kept on purpose here
        DataSet root = PlantedRow.object();
        root.setString(0x00290010, VR.LO, "ACME");
        PlantedRow.plant(root.addItem(PRIVATE_SEQUENCE), row);
        Anonymizer.builder().keepPrivate(true).build().anonymize(root);
        check(root.items(PRIVATE_SEQUENCE).get(0), row, AttributeType.TYPE_3);
    }

    private static void check(DataSet set, TableRow row, AttributeType type) {
        int tag = PlantedRow.tag(row);
        String after = DataSetText.print(set);
        assertThat(after).doesNotContain(PlantedRow.VALUES);
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
