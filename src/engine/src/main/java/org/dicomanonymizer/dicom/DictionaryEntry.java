// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.List;

/**
 * What PS3.6 says about an attribute.
 *
 * @param tag     the tag asked for; of an attribute in a repeating group, the one of the group asked for
 * @param keyword the keyword, empty for a withdrawn placeholder
 * @param name    the name, empty for a withdrawn placeholder
 * @param vrs     the value representations allowed; empty for the delimiters of items and sequences
 * @param vm      the value multiplicity as written in PS3.6, such as {@code 2-2n}; empty where there is none
 * @param retired whether the standard has retired the attribute
 * @param uidRole what its UIDs name; null unless the VR is UI
 */
public record DictionaryEntry(
        int tag, String keyword, String name, List<VR> vrs, String vm, boolean retired, UidRole uidRole) {

    /** The least number of values of a non-empty element. */
    public int minVm() {
        int digits = 0;
        while (digits < vm.length() && Character.isDigit(vm.charAt(digits))) digits++;
        return digits == 0 ? 1 : Integer.parseInt(vm.substring(0, digits));
    }

    /** The greatest number of values, {@link Integer#MAX_VALUE} if unlimited. */
    public int maxVm() {
        if (vm.indexOf('n') >= 0) return Integer.MAX_VALUE;
        int dash = vm.indexOf('-');
        return dash < 0 ? minVm() : Integer.parseInt(vm.substring(dash + 1));
    }

    /**
     * Whether a value that was written under a VR can be one of this attribute: it has that VR, or one of the same kind, such
     * as text for text. A name is only where names belong, and numbers may be written as text.
     */
    public boolean admits(VR vr) {
        return vrs.stream().anyMatch(own -> isAlike(vr, own));
    }

    private static boolean isAlike(VR vr, VR own) {
        if (vr.isString() && own.isString()) return vr != VR.PN || own == VR.PN;
        boolean numeric = vr == VR.DS || vr == VR.IS;
        return vr.kind() == own.kind() || numeric && own.kind() == VR.Kind.NUMBER;
    }
}
