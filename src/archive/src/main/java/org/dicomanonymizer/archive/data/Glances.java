// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.util.Arrays;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;
import org.dcm4che3.data.Value;
import org.dicomanonymizer.dicom.DataSet;

/**
 * Looks at elements one after the other, as the archive holds them, where anything else takes a search by tag for each. What
 * is neither bytes, nor nothing, nor items never passes. One for all data sets of an object; not thread-safe.
 */
final class Glances implements Attributes.Visitor {
    private static final byte[] EMPTY = {};
    private static final int[] NONE = {};

    /** The VR of the value that was searched for last, in any data set of the object. */
    final VR.Holder found = new VR.Holder();

    private DataSet.Glance glance;
    private boolean inItems;
    private int[] left = new int[64];
    private int count;

    /** What {@link DataSet#tagsBut} gives. */
    int[] left(Attributes attributes, DataSet.Glance glance) {
        this.glance = glance;
        count = 0;
        lookAt(attributes);
        return count == 0 ? NONE : Arrays.copyOf(left, count);
    }

    private boolean lookAt(Attributes attributes) {
        try {
            return attributes.accept(this, false);
        } catch (Exception e) {
            throw new IllegalStateException("Looking at values throws nothing", e);
        }
    }

    /** Goes on to the next element, but not in items of which one does not pass. */
    @Override
    public boolean visit(Attributes attributes, int tag, VR vr, Object value) {
        boolean passes = value instanceof Sequence items ? pass(tag, items) : passes(tag, vr, value);
        if (inItems) return passes;
        if (!passes) add(tag);
        return true;
    }

    private boolean passes(int tag, VR vr, Object value) {
        byte[] bytes = value instanceof byte[] held ? held : value == Value.NULL ? EMPTY : null;
        return bytes != null && glance.passes(tag, Vrs.engine(vr), bytes);
    }

    /** Not with sequences in items, or each element would be looked at as often as it is deep. */
    private boolean pass(int tag, Sequence items) {
        if (inItems || !glance.passes(tag, org.dicomanonymizer.dicom.VR.SQ, EMPTY)) return false;
        inItems = true;
        boolean pass = passAll(items);
        inItems = false;
        return pass;
    }

    private boolean passAll(Sequence items) {
        for (Attributes item : items) if (!lookAt(item)) return false;
        return true;
    }

    private void add(int tag) {
        if (count == left.length) left = Arrays.copyOf(left, count * 2);
        left[count++] = tag;
    }
}
