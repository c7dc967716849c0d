// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.Locale;

/** What an action did to an element; told in reports and previews. */
public enum Effect {
    /** Left as it is; the items of a sequence are treated one by one. */
    KEPT,
    /** Taken out of the data set. */
    REMOVED,
    /** Left without a value. */
    EMPTIED,
    /** Given a dummy, or a value that the rules name. */
    REPLACED,
    /** Put into a data set that lacked it, with a value that the rules name. */
    ADDED,
    /** UIDs exchanged for new ones. */
    REMAPPED,
    /** Given a keyed pseudonym. */
    PSEUDONYMIZED,
    /** Text rid of what identifies. */
    CLEANED,
    /** A date or time moved or made coarser. */
    SHIFTED,
    /** Some items of a sequence taken out; the others are treated one by one. */
    PRUNED,
    /** The original brought back, for the holder of a private key. */
    RESTORED,
    /** Changed by a function of the caller; the items of a sequence are treated one by one. */
    CHANGED;

    /** Whether the items that a sequence still has are the original's, so that the profile has to treat them. */
    public boolean leavesItems() {
        return this == KEPT || this == PRUNED || this == CHANGED;
    }

    /** As reports write it: lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
