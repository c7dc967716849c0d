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
    default void after(DataSet set, int tag, Effect effect, String reason) {}

    /** The items of the sequence that was treated last follow; counted from 1. */
    default void enterItem(int sequence, int number) {}

    default void leaveItem() {}
}
