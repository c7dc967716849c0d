// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dicomanonymizer.dicom.VR;

/** The action codes of PS3.15 Table E.1-1a. */
public enum ActionCode {
    D("D", "Replaced by a dummy value that is legal for the VR."),
    Z("Z", "Emptied; a dummy value where the object must have a value."),
    X("X", "Removed; a dummy value, or emptied, where the object must keep the attribute."),
    K("K", "Kept; a sequence is kept and its items are treated."),
    C("C", "Cleaned: replaced by values of similar meaning that identify nobody."),
    U("U", "UIDs replaced by new ones, the same everywhere."),
    Z_D("Z/D", "Emptied, or a dummy value where the object must have a value."),
    X_Z("X/Z", "Removed, or emptied where the object must keep the attribute."),
    X_D("X/D", "Removed, or a dummy value where the object must have a value."),
    X_Z_D("X/Z/D", "Removed, emptied or a dummy value, whichever the object allows."),
    X_Z_U("X/Z/U*", "Removed or emptied, or kept with UIDs replaced where the object must have a value."),
    /** What {@link #X_Z_U} is for a Type 1 attribute; never written in the table. */
    KEEP_SEQUENCE_REMAP_UIDS("U*", "Sequence kept, with the UIDs in it replaced by new ones, the same everywhere.");

    private final String code;
    private final String description;

    ActionCode(String code, String description) {
        this.code = code;
        this.description = description;
    }

    /** As the standard writes it, such as {@code X/Z/D}. */
    public String code() {
        return code;
    }

    /** What happens, in one sentence. */
    public String description() {
        return description;
    }

    /** Whether the type of the attribute in the IOD decides what happens. */
    public boolean conditional() {
        return code.indexOf('/') > 0;
    }

    /**
     * What is done to an attribute of this type: one of D, Z, X, K, C, U and {@link #KEEP_SEQUENCE_REMAP_UIDS}. Follows
     * PS3.15 section E.1.1; where that leaves the object broken, the attribute stays without its value: X or X/D of Type
     * 2 is Z, X or Z of Type 1 is D. X/Z of Type 1 (nested references to studies) is U* for a sequence, else D.
     *
     * @param vr the VR of the attribute, null if unknown
     */
    public ActionCode resolve(AttributeType type, VR vr) {
        return switch (this) {
            case D, K, C, U, KEEP_SEQUENCE_REMAP_UIDS -> this;
            case Z, Z_D -> type == AttributeType.TYPE_1 ? D : Z;
            case X, X_D, X_Z_D -> byType(type, D);
            case X_Z -> byType(type, vr == VR.SQ ? KEEP_SEQUENCE_REMAP_UIDS : D);
            case X_Z_U -> byType(type, KEEP_SEQUENCE_REMAP_UIDS);
        };
    }

    private static ActionCode byType(AttributeType type, ActionCode ifRequired) {
        return switch (type) {
            case TYPE_1 -> ifRequired;
            case TYPE_2 -> Z;
            case TYPE_3 -> X;
        };
    }

    /**
     * The action of a code as the standard writes it.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ActionCode parse(String code) {
        for (ActionCode action : values()) if (action.code.equals(code)) return action;
        throw new IllegalArgumentException("Unknown action code: " + code + "; expected one of "
                + Arrays.stream(values()).map(ActionCode::code).collect(Collectors.joining(", ")));
    }
}
