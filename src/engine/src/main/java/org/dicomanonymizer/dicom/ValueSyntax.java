// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What PS3.5 section 6.2 demands of the text of one value. */
public final class ValueSyntax {
    private static final Map<VR, Pattern> FORMS = new EnumMap<>(Map.of(
            VR.AS, Pattern.compile("\\d{3}[DWMY]"),
            VR.CS, Pattern.compile("[A-Z0-9_ ]*"),
            VR.DA, Pattern.compile("\\d{8}|\\d{4}\\.\\d{2}\\.\\d{2}"),
            VR.DS, Pattern.compile(" *[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)? *"),
            VR.DT, Pattern.compile("\\d{4}(\\d{2}){0,5}(\\.\\d{1,6})?([+-]\\d{4})? *"),
            VR.IS, Pattern.compile(" *[+-]?\\d{1,11} *"),
            VR.TM, Pattern.compile("\\d{2}(:?\\d{2}){0,2}(\\.\\d{1,6})? *"),
            VR.UI, Pattern.compile("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+")));

    private ValueSyntax() {}

    /**
     * Why a value is not legal for its VR, without quoting it; null if it is legal. An empty value is legal, and a date is
     * not checked against the calendar.
     */
    public static String fault(VR vr, String value) {
        if (value.isEmpty()) return null;
        Pattern form = FORMS.get(vr);
        if (form != null && !form.matcher(value).matches()) return "not of the form of VR " + vr;
        if (vr.maxLength() > 0 && longest(vr, value) > vr.maxLength())
            return "longer than the " + vr.maxLength() + " characters of VR " + vr;
        if (vr.separatesByBackslash() && value.indexOf('\\') >= 0) return "holds a backslash, which separates values";
        return null;
    }

    /** What to write for a VR instead of a value that is not legal, as the end of a message. */
    public static String remedy(VR vr) {
        return switch (vr) {
            case AS -> "write three digits and D, W, M or Y, such as 045Y";
            case CS -> "write at most 16 capitals, digits, blanks and underscores";
            case DA -> "write a date as YYYYMMDD";
            case DS -> "write a number of at most 16 characters, such as 1.5";
            case DT -> "write date and time as YYYYMMDDHHMMSS";
            case IS -> "write a whole number";
            case TM -> "write a time of day as HHMMSS";
            case UI -> "write at most 64 digits and dots, no number with a zero in front";
            default ->
                vr.kind() == VR.Kind.NUMBER
                        ? "write a number of its range"
                        : "write at most " + vr.maxLength() + " characters";
        };
    }

    private static int longest(VR vr, String value) {
        if (vr != VR.PN) return value.codePointCount(0, value.length());
        int longest = 0;
        for (String group : value.split("=", -1)) longest = Math.max(longest, group.codePointCount(0, group.length()));
        return longest;
    }
}
