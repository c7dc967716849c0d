// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;

/** Looks on while an object is treated; by default without interest. */
interface WalkObserver {
    WalkObserver NONE = new WalkObserver() {};

    /** An element is about to be treated. */
    default void before(DataSet set, int tag) {}

    /** The element has been treated. */
    default void after(DataSet set, int tag, Effect effect, Treatment treatment) {}

    /** An element has been added to a data set whose others have all been treated. */
    default void added(DataSet set, int tag, Treatment treatment) {}

    /** The items of the sequence that was treated last follow; counted from 1. */
    default void enterItem(int sequence, int number) {}

    default void leaveItem() {}

    /** Both look on. */
    default WalkObserver and(WalkObserver other) {
        if (this == NONE) return other;
        WalkObserver first = this;
        return new WalkObserver() {
            @Override
            public void before(DataSet set, int tag) {
                first.before(set, tag);
                other.before(set, tag);
            }

            @Override
            public void after(DataSet set, int tag, Effect effect, Treatment treatment) {
                first.after(set, tag, effect, treatment);
                other.after(set, tag, effect, treatment);
            }

            @Override
            public void added(DataSet set, int tag, Treatment treatment) {
                first.added(set, tag, treatment);
                other.added(set, tag, treatment);
            }

            @Override
            public void enterItem(int sequence, int number) {
                first.enterItem(sequence, number);
                other.enterItem(sequence, number);
            }

            @Override
            public void leaveItem() {
                first.leaveItem();
                other.leaveItem();
            }
        };
    }
}
