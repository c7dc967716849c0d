// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dicomanonymizer.action.ShiftDate;
import org.dicomanonymizer.action.TruncateDate;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Implementation;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.standard.Code;
import org.dicomanonymizer.standard.ProfileOption;

/** The attributes that tell how an object was de-identified (PS3.15 E.1.1, E.3; PS3.3 C.7.1.1, C.12.1.1). */
final class Marks {
    private static final String KEY = ", key ";

    private final String method;
    private final List<Code> codes = new ArrayList<>();
    private final String temporal;

    Marks(Profile profile) {
        method = Implementation.NAME + " " + Implementation.VERSION + ", PS3.15 "
                + profile.edition().name();
        codes.add(ProfileOption.BASIC_PROFILE);
        for (ProfileOption option : profile.options()) codes.add(option.concept());
        temporal = temporal(profile);
    }

    /** The codes of CID 7050 for the profile and its options. */
    List<Code> codes() {
        return Collections.unmodifiableList(codes);
    }

    /** The value that is appended to De-identification Method, with the key's id behind it. */
    String method() {
        return method;
    }

    /** Whether an object says that it has been de-identified, by whatever tool. */
    static boolean saysDeidentified(DataSet root) {
        return root.strings(Tags.PATIENT_IDENTITY_REMOVED).contains("YES");
    }

    /** Whether this software has marked an object that was de-identified with a key. */
    static boolean tellKey(DataSet root, String keyId) {
        return root.strings(Tags.DEIDENTIFICATION_METHOD).stream()
                .anyMatch(value -> value.startsWith(Implementation.NAME) && value.endsWith(KEY + keyId));
    }

    /** The value of Longitudinal Temporal Information Modified. */
    String temporal() {
        return temporal;
    }

    /** A rule of the site that moves dates leaves the object with dates that are neither the original's nor gone. */
    private static String temporal(Profile profile) {
        boolean moved = profile.options().contains(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES)
                || profile.rules().stream()
                        .map(Rule::action)
                        .anyMatch(action -> action instanceof ShiftDate || action instanceof TruncateDate);
        if (moved) return "MODIFIED";
        return profile.options().contains(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES) ? "UNMODIFIED" : "REMOVED";
    }

    /** Adds the marks; what earlier de-identifications have left of them stays. */
    void set(DataSet root, String keyId) {
        root.setString(Tags.PATIENT_IDENTITY_REMOVED, VR.CS, "YES");
        List<String> methods = new ArrayList<>(root.strings(Tags.DEIDENTIFICATION_METHOD));
        methods.removeIf(String::isBlank);
        String withKey = method + KEY + keyId;
        if (!methods.contains(withKey)) methods.add(withKey);
        root.setStrings(Tags.DEIDENTIFICATION_METHOD, VR.LO, methods);
        for (Code code : codes) addCode(root, code);
        root.setString(Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, VR.CS, temporal);
    }

    private static void addCode(DataSet root, Code code) {
        for (DataSet item : root.items(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE))
            if (code.value().equals(item.string(Tags.CODE_VALUE))
                    && code.scheme().equals(item.string(Tags.CODING_SCHEME_DESIGNATOR))) return;
        DataSet item = root.addItem(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE);
        item.setString(Tags.CODE_VALUE, VR.SH, code.value());
        item.setString(Tags.CODING_SCHEME_DESIGNATOR, VR.SH, code.scheme());
        item.setString(Tags.CODE_MEANING, VR.LO, code.meaning());
    }
}
