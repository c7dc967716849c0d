// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import org.dcm4che3.data.Attributes;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DataSetContract;
import org.junit.jupiter.api.Nested;

/** The adapter does what every data set must do. */
class AttributesDataSetTest {
    @Nested
    class LittleEndian extends DataSetContract {
        @Override
        protected DataSet create() {
            return AttributesDataSet.of(new Attributes());
        }
    }

    @Nested
    class BigEndian extends DataSetContract {
        @Override
        protected DataSet create() {
            return AttributesDataSet.of(new Attributes(true));
        }
    }
}
