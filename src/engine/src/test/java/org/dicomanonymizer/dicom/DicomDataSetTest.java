// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DicomDataSetTest {
    @Nested
    class ExplicitLittleEndian extends DataSetContract {
        @Override
        protected DataSet create() {
            return DicomDataSet.create();
        }
    }

    @Nested
    class ImplicitLittleEndian extends DataSetContract {
        @Override
        protected DataSet create() {
            return DicomDataSet.create(TransferSyntax.IMPLICIT_LITTLE);
        }
    }

    @Nested
    class ExplicitBigEndian extends DataSetContract {
        @Override
        protected DataSet create() {
            return DicomDataSet.create(TransferSyntax.EXPLICIT_BIG);
        }
    }

    @Test
    void numbers_have_the_byte_order_of_the_data_set() {
        DataSet little = DicomDataSet.create();
        DataSet big = DicomDataSet.create(TransferSyntax.EXPLICIT_BIG);
        for (DataSet set : new DataSet[] {little, big}) {
            set.setString(0x00280010, VR.US, "258");
            set.setString(0x00280009, VR.AT, "00181063");
            assertThat(set.string(0x00280010)).isEqualTo("258");
            assertThat(set.string(0x00280009)).isEqualTo("00181063");
        }
        assertThat(little.bytes(0x00280010)).containsExactly(2, 1);
        assertThat(little.bytes(0x00280009)).containsExactly(0x18, 0, 0x63, 0x10);
        assertThat(big.bytes(0x00280010)).containsExactly(1, 2);
        assertThat(big.bytes(0x00280009)).containsExactly(0, 0x18, 0x10, 0x63);
    }

    @Test
    void removed_and_set_elements_mix_freely() {
        DataSet set = DicomDataSet.create();
        for (int i = 0; i < 10; i++) set.setString(0x00091000 + i, VR.LO, "old");
        for (int i = 0; i < 10; i += 2) set.remove(0x00091000 + i);
        set.setString(0x00091004, VR.LO, "new");
        set.setString(0x00090010, VR.LO, "new");
        set.setString(0x00092000, VR.LO, "new");
        assertThat(set.tags())
                .containsExactly(
                        0x00090010, 0x00091001, 0x00091003, 0x00091004, 0x00091005, 0x00091007, 0x00091009, 0x00092000);
        assertThat(set.string(0x00091004)).isEqualTo("new");
        assertThat(set.contains(0x00091002)).isFalse();
        set.remove(0x00091002);
        assertThat(set.tags()).hasSize(8);
    }
}
