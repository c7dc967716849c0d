// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The options of the Basic Application Level Confidentiality Profile, PS3.15 section E.3, coded by CID 7050. */
public enum ProfileOption {
    CLEAN_PIXEL_DATA("CleanPixelData", "113101", "Clean Pixel Data Option"),
    CLEAN_RECOGNIZABLE_VISUAL_FEATURES(
            "CleanRecognizableVisualFeatures", "113102", "Clean Recognizable Visual Features Option"),
    CLEAN_GRAPHICS("CleanGraphics", "113103", "Clean Graphics Option"),
    CLEAN_STRUCTURED_CONTENT("CleanStructuredContent", "113104", "Clean Structured Content Option"),
    CLEAN_DESCRIPTORS("CleanDescriptors", "113105", "Clean Descriptors Option"),
    RETAIN_LONGITUDINAL_FULL_DATES(
            "RetainLongitudinalFullDates", "113106", "Retain Longitudinal Temporal Information Full Dates Option"),
    RETAIN_LONGITUDINAL_MODIFIED_DATES(
            "RetainLongitudinalModifiedDates",
            "113107",
            "Retain Longitudinal Temporal Information Modified Dates Option"),
    RETAIN_PATIENT_CHARACTERISTICS("RetainPatientCharacteristics", "113108", "Retain Patient Characteristics Option"),
    RETAIN_DEVICE_IDENTITY("RetainDeviceIdentity", "113109", "Retain Device Identity Option"),
    RETAIN_UIDS("RetainUIDs", "113110", "Retain UIDs Option"),
    RETAIN_SAFE_PRIVATE("RetainSafePrivate", "113111", "Retain Safe Private Option"),
    RETAIN_INSTITUTION_IDENTITY("RetainInstitutionIdentity", "113112", "Retain Institution Identity Option");

    /** The profile that the options extend or weaken. */
    public static final Code BASIC_PROFILE = new Code("113100", "DCM", "Basic Application Confidentiality Profile");

    private final String text;
    private final Code concept;

    ProfileOption(String text, String code, String meaning) {
        this.text = text;
        this.concept = new Code(code, "DCM", meaning);
    }

    /** The name in profiles and on the command line, such as {@code RetainUIDs}. */
    public String text() {
        return text;
    }

    /** What De-identification Method Code Sequence (0012,0064) says of the option. */
    public Code concept() {
        return concept;
    }

    /** Whether the two ask for opposite things: the two ways of keeping dates exclude each other (PS3.15 section E.3.6). */
    public boolean excludes(ProfileOption other) {
        return this == RETAIN_LONGITUDINAL_FULL_DATES && other == RETAIN_LONGITUDINAL_MODIFIED_DATES
                || this == RETAIN_LONGITUDINAL_MODIFIED_DATES && other == RETAIN_LONGITUDINAL_FULL_DATES;
    }

    /**
     * The option of a name, in any case, with or without separators between the words: {@code RetainUIDs}, {@code
     * retain-uids}; or of a code of CID 7050.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ProfileOption parse(String name) {
        String plain = name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
        for (ProfileOption option : values()) {
            if (option.text.toLowerCase(Locale.ROOT).equals(plain)
                    || option.concept.value().equals(plain)) return option;
        }
        throw new IllegalArgumentException("Unknown option: " + name + "; expected one of "
                + Arrays.stream(values()).map(ProfileOption::text).collect(Collectors.joining(", ")));
    }
}
