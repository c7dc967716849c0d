// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

/** What a date shift does to times of day. */
public enum TimesMode {
    /** Shifts are of whole days, and times stay. */
    KEEP,
    /** Times move as well, and take their dates over midnight. */
    SHIFT
}
