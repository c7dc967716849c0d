// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.samples;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * Data sets as text, one element a line:
 * <pre>
 * PatientName = Doe^Jane                   the VR of the dictionary, values separated by backslashes
 * (0009,0010) = ACME                       any element by its tag
 * (0009,1001) LO = text                    and with its VR
 * PixelData OW = hex 00 01 02              bytes; or made by one of {@link SampleBytes}
 * RequestAttributesSequence                a sequence, here of two items, the second empty
 * >item
 * >RequestedProcedureID = RP-1
 * >item
 * </pre>
 * Deeper levels have more {@code >}; a line that starts with {@code #} is a comment, {@code ¶} in a value is a new line.
 */
public final class DataSetText {
    private static final Pattern LINE = Pattern.compile(
            "(?<depth>>*)(?<name>\\w+|\\([0-9A-Fa-f,]+\\))(?: (?<vr>[A-Z]{2}))?(?: =(?: (?<value>.*))?)?");
    private static final String NEW_LINE = "\r\n";
    private static final int SHOWN_BYTES = 16;

    private DataSetText() {}

    /**
     * Adds the elements of a text to a data set.
     *
     * @throws IllegalArgumentException if a line is none of the forms, naming the line
     */
    public static void parse(String text, DataSet into) {
        Deque<DataSet> open = new ArrayDeque<>(List.of(into));
        Deque<Integer> sequences = new ArrayDeque<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) throw new IllegalArgumentException("no element: " + line);
            int depth = parts.group("depth").length();
            while (sequences.size() > depth) {
                sequences.pop();
                if (open.size() > sequences.size() + 1) open.pop();
            }
            String name = parts.group("name");
            if (name.equals("item")) {
                if (depth == 0 || sequences.size() < depth)
                    throw new IllegalArgumentException("no sequence is open: " + line);
                if (open.size() > depth) open.pop();
                open.push(open.element().addItem(sequences.element()));
            } else {
                if (open.size() <= depth) throw new IllegalArgumentException("no item is open: " + line);
                int tag = tag(name);
                VR vr = parts.group("vr") != null
                        ? VR.valueOf(parts.group("vr"))
                        : Dictionary.standard().vr(tag);
                if (vr == null) throw new IllegalArgumentException("no VR: " + line);
                if (vr == VR.SQ) {
                    open.element().setEmptySequence(tag);
                    sequences.push(tag);
                } else {
                    set(open.element(), tag, vr, parts.group("value"));
                }
            }
        }
    }

    private static void set(DataSet set, int tag, VR vr, String value) {
        if (value == null || value.isEmpty()) set.setBytes(tag, vr, new byte[0]);
        else if (vr.kind() == VR.Kind.BYTES) set.setBytes(tag, vr, SampleBytes.make(value, set.bigEndian()));
        else if (vr.separatesByBackslash() || vr.kind() == VR.Kind.NUMBER)
            set.setStrings(tag, vr, List.of(value.split("\\\\", -1)));
        else set.setString(tag, vr, value.replace("¶", NEW_LINE));
    }

    private static int tag(String name) {
        TagMask mask = name.startsWith("(")
                ? TagMask.parse(name)
                : Dictionary.standard()
                        .maskOf(name)
                        .orElseThrow(() -> new IllegalArgumentException("no attribute: " + name));
        return mask.value();
    }

    /** The text of a data set; of long bytes the beginning and the length. */
    public static String print(DataSet set) {
        StringBuilder text = new StringBuilder();
        print(set, "", text);
        return text.toString();
    }

    private static void print(DataSet set, String depth, StringBuilder text) {
        for (int tag : set.tags()) {
            VR vr = set.vr(tag);
            VR usual = Dictionary.standard().vr(tag);
            String keyword = Dictionary.standard().keyword(tag);
            text.append(depth).append(keyword == null ? Tag.toString(tag) : keyword);
            if (vr != usual) text.append(' ').append(vr);
            if (vr != VR.SQ) text.append(set.isEmpty(tag) ? " =" : " = " + value(set, tag, vr));
            text.append('\n');
            for (DataSet item : set.items(tag)) {
                text.append(depth).append(">item\n");
                print(item, depth + '>', text);
            }
        }
    }

    private static String value(DataSet set, int tag, VR vr) {
        if (vr.kind() != VR.Kind.BYTES) {
            StringJoiner values = new StringJoiner("\\");
            set.strings(tag).forEach(values::add);
            return values.toString().replace(NEW_LINE, "¶");
        }
        byte[] bytes = set.bytes(tag);
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, SHOWN_BYTES));
        return "hex " + hex + (bytes.length > SHOWN_BYTES ? " ... " + bytes.length + " bytes" : "");
    }
}
