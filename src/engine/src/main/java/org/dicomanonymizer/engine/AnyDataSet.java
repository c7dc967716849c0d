// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.io.InputStream;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.VR;

/** Stands for whatever data set there may be: what asks it anything depends on the data set, and so can't be told for all. */
final class AnyDataSet implements DataSet {
    static final DataSet INSTANCE = new AnyDataSet();

    private AnyDataSet() {}

    /** Something was asked that each data set answers in its own way. */
    static final class Asked extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Asked() {
            super("depends on the data set", null, false, false);
        }
    }

    @Override
    public int[] tags() {
        throw new Asked();
    }

    @Override
    public boolean contains(int tag) {
        throw new Asked();
    }

    @Override
    public VR vr(int tag) {
        throw new Asked();
    }

    @Override
    public String privateCreator(int tag) {
        throw new Asked();
    }

    @Override
    public long length(int tag) {
        throw new Asked();
    }

    @Override
    public List<String> strings(int tag) {
        throw new Asked();
    }

    @Override
    public byte[] bytes(int tag) {
        throw new Asked();
    }

    @Override
    public InputStream open(int tag) {
        throw new Asked();
    }

    @Override
    public List<DataSet> items(int tag) {
        throw new Asked();
    }

    @Override
    public void setBytes(int tag, VR vr, byte[] value) {
        throw new Asked();
    }

    @Override
    public void setStrings(int tag, VR vr, List<String> values) {
        throw new Asked();
    }

    @Override
    public boolean clearBits(int tag, int wordSize, int bits) {
        throw new Asked();
    }

    @Override
    public DataSet addItem(int tag) {
        throw new Asked();
    }

    @Override
    public void setEmptySequence(int tag) {
        throw new Asked();
    }

    @Override
    public void removeItem(int tag, int index) {
        throw new Asked();
    }

    @Override
    public void remove(int tag) {
        throw new Asked();
    }

    @Override
    public DataSet parent() {
        throw new Asked();
    }

    @Override
    public boolean bigEndian() {
        throw new Asked();
    }
}
