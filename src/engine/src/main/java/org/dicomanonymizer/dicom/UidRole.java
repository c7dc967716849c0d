// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

/** What the UIDs in an attribute name, which decides whether replacing them protects somebody or breaks the object. */
public enum UidRole {
    /** Something of a patient's examination: an instance, series, study, frame of reference, ... To be replaced. */
    INSTANCE('I'),
    /** A fact of the standard, such as a SOP class or a transfer syntax. Never to be replaced. */
    STRUCTURAL('S'),
    /** Part of the file meta information (group 0002), which is written anew. */
    META('M'),
    /** An organization or one of its services. */
    ORGANIZATION('O'),
    /** A device or the software on it. */
    EQUIPMENT('E'),
    /** An instance or a fact of the standard: only the value tells. */
    EITHER('*');

    private final char code;

    UidRole(char code) {
        this.code = code;
    }

    /** The role among the flags of a dictionary line, or null if there is none. */
    static UidRole among(String flags) {
        for (UidRole role : values()) if (flags.indexOf(role.code) >= 0) return role;
        return null;
    }
}
