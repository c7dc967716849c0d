// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.dcm4che3.data.Sequence;
import org.dicomanonymizer.dicom.DataSet;

/** The items of a sequence, live, each made a data set when it is asked for. */
final class Items extends AbstractList<DataSet> implements RandomAccess {
    private final AttributesDataSet parent;
    private final Sequence sequence;

    Items(AttributesDataSet parent, Sequence sequence) {
        this.parent = parent;
        this.sequence = sequence;
    }

    @Override
    public DataSet get(int index) {
        return new AttributesDataSet(sequence.get(index), parent);
    }

    @Override
    public int size() {
        return sequence.size();
    }
}
