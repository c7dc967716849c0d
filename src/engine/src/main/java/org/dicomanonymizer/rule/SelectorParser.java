// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * Reads the written forms of selectors: keyword, {@code (gggg,eeee)}, {@code ggggeeee}, masks such as {@code (50xx,xxxx)},
 * {@code (gggg,"CREATOR",ee)}, {@code VR:DA}, {@code private}, paths such as {@code Sequence.Attribute} with {@code *} and
 * {@code **}, {@code /Attribute} for the root only, and the number forms of the Python tool.
 */
public final class SelectorParser {
    /** The forms, for error messages and help. */
    public static final String FORMS =
            "a keyword (PatientID), (0010,0020), 00100020, (0x0010,0x0020), a mask (50xx,xxxx) or"
                    + " (0x5000,0x0000,0xFF00,0x0000), a private element (0019,\"CREATOR\",0C), a path Sequence.Attribute with * or **,"
                    + " /Attribute for the root only, VR:DA, or private";

    private static final Pattern DICOM =
            Pattern.compile("\\(?\\s*([0-9A-Fa-fxX]{4})\\s*,?\\s*([0-9A-Fa-fxX]{4})\\s*\\)?");
    private static final Pattern PRIVATE = Pattern.compile(
            "\\(?\\s*(?:0x)?([0-9A-Fa-f]{4})\\s*,\\s*\"([^\"]+)\"\\s*,\\s*(?:0x)?([0-9A-Fa-f]{1,2}|xx)\\s*\\)?");
    private static final Pattern NUMBER =
            Pattern.compile("0[xX][0-9A-Fa-f_]+|0[oO][0-7_]+|0[bB][01_]+|[0-9][0-9_]*|[0-9A-Fa-f]{1,4}");
    private static final Pattern KEYWORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private SelectorParser() {}

    /**
     * Reads a selector as profiles write it: digits are hexadecimal.
     *
     * @throws ConfigurationException if it has none of the forms, or names no attribute
     */
    public static Selector parse(String text) {
        return parse(text, false);
    }

    /**
     * Reads a selector as the Python tool's command line and dictionary files write it: numbers without {@code 0x} are
     * decimal unless a leading zero or a letter shows that they are hexadecimal, and what could be either is refused.
     *
     * @throws ConfigurationException if it has none of the forms, names no attribute, or is ambiguous
     */
    public static Selector parsePython(String text) {
        return parse(text, true);
    }

    private static Selector parse(String text, boolean python) {
        String trimmed = text.strip();
        if (trimmed.equalsIgnoreCase("private") || trimmed.equalsIgnoreCase("(gggg,eeee)"))
            return new Selector.AllPrivate();
        if (trimmed.toUpperCase(Locale.ROOT).startsWith("VR:"))
            return vr(trimmed.substring(3).strip());
        boolean rootOnly = trimmed.startsWith("/");
        List<String> steps = split(rootOnly ? trimmed.substring(1) : trimmed);
        Selector last = single(steps.get(steps.size() - 1), text, python);
        if (steps.size() == 1) return rootOnly ? new Selector.OfPath(List.of(), last) : last;
        List<Selector.Step> sequences = new ArrayList<>();
        for (String step : steps.subList(0, steps.size() - 1))
            sequences.add(
                    switch (step) {
                        case "*" -> new Selector.Step.AnyOne();
                        case "**" -> new Selector.Step.AnyDepth();
                        default -> new Selector.Step.Into(single(step, text, python));
                    });
        return new Selector.OfPath(sequences, last);
    }

    /** Splits at dots outside quotes and brackets. */
    private static List<String> split(String path) {
        List<String> steps = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '"') quoted = !quoted;
            if (c == '.' && !quoted) {
                steps.add(path.substring(start, i).strip());
                start = i + 1;
            }
        }
        steps.add(path.substring(start).strip());
        return steps;
    }

    private static Selector vr(String name) {
        try {
            return new Selector.OfVr(VR.valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("tag \"VR:" + name + "\": no value representation of PS3.5");
        }
    }

    private static Selector single(String step, String whole, boolean python) {
        Matcher privateElement = PRIVATE.matcher(step);
        if (privateElement.matches()) return privateElement(privateElement, whole);
        Matcher dicom = DICOM.matcher(step);
        if (dicom.matches() && !(python && ambiguous(dicom, step)))
            return ofMask(TagMask.parse(dicom.group(1) + dicom.group(2)));
        if (python && dicom.matches() && dicom.group(1).length() == 4)
            throw new ConfigurationException("tag \"" + whole + "\": may be meant decimal or hexadecimal; write (0x"
                    + dicom.group(1) + ",0x" + dicom.group(2) + ") or " + dicom.group(1) + dicom.group(2));
        if (KEYWORD.matcher(step).matches()) {
            Optional<TagMask> named = Dictionary.standard().maskOf(step);
            if (named.isPresent()) return ofMask(named.get());
        }
        Selector numbers = python || step.matches("\\(?\\s*0[xX][^,]+(,\\s*0[xX][^,]+)+") ? numbers(step, whole) : null;
        if (numbers != null) return numbers;
        Optional<String> near = Suggestion.nearestAttribute(step);
        if (near.isPresent())
            throw new ConfigurationException("tag \"" + whole + "\": \"" + step
                    + "\" is no attribute of the DICOM dictionary; did you mean \"" + near.get() + "\"?");
        throw new ConfigurationException(
                "tag \"" + whole + "\": no attribute of the DICOM dictionary and none of the forms; write " + FORMS);
    }

    private static Selector privateElement(Matcher parts, String whole) {
        int group = Integer.parseInt(parts.group(1), 16);
        if ((group & 1) == 0)
            throw new ConfigurationException("tag \"" + whole + "\": a group with a private creator is odd");
        int element = parts.group(3).equals("xx") ? -1 : Integer.parseInt(parts.group(3), 16);
        return new Selector.OfPrivate(group, parts.group(2).strip(), element);
    }

    /** Eight digits without brackets are DICOM's form; in brackets, decimal digits alone could be Python's. */
    private static boolean ambiguous(Matcher dicom, String step) {
        if (!step.contains(",")) return false;
        return decimal(dicom.group(1)) && decimal(dicom.group(2));
    }

    private static boolean decimal(String digits) {
        return digits.charAt(0) != '0' && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Selector ofMask(TagMask mask) {
        return mask.isExact() ? new Selector.OfTag(mask.value()) : new Selector.OfMask(mask);
    }

    private static Selector numbers(String step, String whole) {
        String inner = step.startsWith("(") && step.endsWith(")") ? step.substring(1, step.length() - 1) : step;
        String[] parts = inner.split(",", -1);
        if (parts.length == 1) return null;
        int[] numbers = new int[parts.length];
        boolean hexadecimal = false;
        for (String part : parts) {
            String digits = part.strip();
            if (!NUMBER.matcher(digits).matches()) return null;
            if (!digits.matches("0[xXoObB].*"))
                hexadecimal |= digits.length() > 1 && digits.startsWith("0") || digits.matches(".*[A-Fa-f].*");
        }
        for (int i = 0; i < parts.length; i++) numbers[i] = number(parts[i].strip(), hexadecimal, whole);
        if (numbers.length == 2) return new Selector.OfTag(numbers[0] << 16 | numbers[1]);
        if (numbers.length == 4) {
            int bits = numbers[2] << 16 | numbers[3];
            return ofMask(new TagMask((numbers[0] << 16 | numbers[1]) & bits, bits));
        }
        throw new ConfigurationException("tag \"" + whole + "\": has " + numbers.length
                + " numbers; two name an attribute, four a mask (group, element, group mask, element mask)");
    }

    private static int number(String digits, boolean hexadecimal, String whole) {
        String plain = digits.replace("_", "").toLowerCase(Locale.ROOT);
        try {
            int value;
            if (plain.startsWith("0x")) value = Integer.parseInt(plain.substring(2), 16);
            else if (plain.startsWith("0o")) value = Integer.parseInt(plain.substring(2), 8);
            else if (plain.startsWith("0b")) value = Integer.parseInt(plain.substring(2), 2);
            else value = Integer.parseInt(plain, hexadecimal ? 16 : 10);
            if (value <= 0xFFFF) return value;
        } catch (NumberFormatException e) {
            // told below, together with what is out of range
        }
        throw new ConfigurationException(
                "tag \"" + whole + "\": \"" + digits + "\" is no number from 0 to FFFF hexadecimal");
    }
}
