// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.Map;
import java.util.Set;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * A row of PS3.15 Table E.1-1.
 *
 * @param tag           the tag, or the open tag such as (60xx,3000), or {@link TagMask#PRIVATE}
 * @param keyword       the keyword
 * @param vr            the value representation; null where the row covers attributes of several
 * @param basic         the code of the Basic Profile
 * @param options       the codes of the options that have one here: K or C
 * @param retired       whether the standard has retired the attribute
 * @param inStandardIod whether a composite IOD of the standard has the attribute
 */
public record TableRow(
        TagMask tag,
        String keyword,
        VR vr,
        ActionCode basic,
        Map<ProfileOption, ActionCode> options,
        boolean retired,
        boolean inStandardIod) {

    public TableRow {
        options = Map.copyOf(options);
    }

    /**
     * The code under these options. An option replaces the code of the profile; where several have one, the most
     * protective wins, C over K, since the standard gives no order. Without Retain Patient Characteristics not even a
     * cleaned text may tell one.
     */
    public ActionCode code(Set<ProfileOption> active) {
        if (options.containsKey(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS)
                && !active.contains(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS)) return basic;
        return ActionColumns.code(basic, options, active);
    }
}
