// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

/** What a date shift does to times of day. */
public enum TimesMode {
    /** Shifts are of whole days, and times stay. */
    KEEP,
    /** Times move as well, and take their dates over midnight. */
    SHIFT;

    /**
     * The mode of a name, {@code keep} or {@code shift}, in any case.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static TimesMode parse(String name) {
        for (TimesMode mode : values()) if (mode.name().equalsIgnoreCase(name.strip())) return mode;
        throw new IllegalArgumentException("\"times\" has to be \"keep\" or \"shift\"");
    }
}
