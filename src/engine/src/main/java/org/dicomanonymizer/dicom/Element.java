// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.List;

/**
 * One element of a data set, named by its tag: a view, not a copy, so it tells what the data set holds now.
 *
 * @param dataSet the data set or item that the element is in
 * @param tag     its tag
 */
public record Element(DataSet dataSet, int tag) {

    public VR vr() {
        return dataSet.vr(tag);
    }

    public boolean isEmpty() {
        return dataSet.isEmpty(tag);
    }

    /** As {@link DataSet#strings}. */
    public List<String> strings() {
        return dataSet.strings(tag);
    }

    /** Sets the values, leaving the VR as it is; as {@link DataSet#setStrings}. */
    public void set(List<String> values) {
        dataSet.setStrings(tag, vr(), values);
    }

    public void set(String value) {
        set(List.of(value));
    }

    public void remove() {
        dataSet.remove(tag);
    }

    /** The tag only: values stay out of logs. */
    @Override
    public String toString() {
        return Tag.toString(tag);
    }
}
