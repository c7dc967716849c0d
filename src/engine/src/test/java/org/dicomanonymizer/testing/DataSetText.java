// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.testing;

import java.util.HexFormat;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * Data sets as text that a person can read, for tests of the form "before, rules, after":
 *
 * <pre>
 * PatientName PN Doe^Jane
 * (0019,0010) LO ACME
 * RequestAttributesSequence SQ
 *   -
 *     RequestedProcedureID SH 17
 * </pre>
 *
 * Values of several are separated by a backslash, opaque bytes are in hexadecimal, each item starts with a dash.
 */
public final class DataSetText {
    private DataSetText() {}

    public static DataSet parse(String text) {
        DicomDataSet root = DicomDataSet.create();
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        fill(root, lines, new int[] {0}, 0);
        return root;
    }

    private static void fill(DataSet set, List<String> lines, int[] next, int indent) {
        while (next[0] < lines.size()) {
            String line = lines.get(next[0]);
            int depth = line.length() - line.stripLeading().length();
            if (depth < indent || line.strip().equals("-")) return;
            next[0]++;
            String[] parts = line.strip().split(" ", 3);
            int tag = tag(parts[0]);
            VR vr = VR.valueOf(parts[1]);
            String value = parts.length < 3 ? "" : parts[2];
            if (vr == VR.SQ) fillSequence(set, tag, lines, next, indent + 2);
            else if (vr.kind() == VR.Kind.BYTES)
                set.setBytes(tag, vr, HexFormat.of().parseHex(value));
            else
                set.setStrings(
                        tag,
                        vr,
                        vr.separatesByBackslash() || vr.kind() == VR.Kind.NUMBER
                                ? List.of(value.split("\\\\", -1))
                                : List.of(value));
        }
    }

    private static void fillSequence(DataSet set, int tag, List<String> lines, int[] next, int indent) {
        set.setEmptySequence(tag);
        while (next[0] < lines.size() && lines.get(next[0]).equals(" ".repeat(indent) + "-")) {
            next[0]++;
            fill(set.addItem(tag), lines, next, indent + 2);
        }
    }

    private static int tag(String text) {
        if (text.startsWith("(")) return TagMask.parse(text).value();
        return Dictionary.standard()
                .maskOf(text)
                .orElseThrow(() -> new IllegalArgumentException(text))
                .value();
    }

    public static String print(DataSet set) {
        StringBuilder text = new StringBuilder();
        print(set, text, "");
        return text.toString();
    }

    private static void print(DataSet set, StringBuilder text, String indent) {
        for (int tag : set.tags()) {
            VR vr = set.vr(tag);
            String keyword = Tag.isPrivate(tag) ? null : Dictionary.standard().keyword(tag);
            text.append(indent)
                    .append(keyword == null || keyword.isEmpty() ? Tag.toString(tag) : keyword)
                    .append(' ')
                    .append(vr);
            if (vr == VR.SQ) {
                text.append('\n');
                for (DataSet item : set.items(tag)) {
                    text.append(indent).append("  -\n");
                    print(item, text, indent + "    ");
                }
                continue;
            }
            String value = vr.kind() == VR.Kind.BYTES
                    ? HexFormat.of().formatHex(set.bytes(tag))
                    : String.join("\\", set.strings(tag));
            text.append(value.isEmpty() ? "" : " " + value).append('\n');
        }
    }
}
