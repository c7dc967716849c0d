// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * Where files lie in a folder: a path in which {@code {Keyword}} stands for an attribute of the de-identified object. What
 * does not belong into a file name becomes an underscore, an attribute without value "none".
 */
public final class PathPattern {
    /** The path unless the configuration tells another. */
    public static final String DEFAULT = "{PatientID}/{StudyInstanceUID}/{SeriesInstanceUID}/{SOPInstanceUID}.dcm";

    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}|([^{}]+)|(.)");
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_ ./-]+");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_.-]");
    private static final int MAX_VALUE = 100;

    /** A piece of the path: text, or an attribute's value. */
    private record Part(String text, int tag) {}

    private final List<Part> parts;

    private PathPattern(List<Part> parts) {
        this.parts = parts;
    }

    /**
     * Reads a pattern.
     *
     * @throws ConfigurationException if it names an unknown attribute, could lead out of the folder, or would give two objects
     *     one name
     */
    public static PathPattern parse(String pattern) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(pattern);
        while (matcher.find()) {
            if (matcher.group(1) != null) parts.add(new Part(null, tag(matcher.group(1))));
            else if (matcher.group(2) != null && TEXT.matcher(matcher.group(2)).matches())
                parts.add(new Part(matcher.group(2), 0));
            else
                throw new ConfigurationException(
                        "\"" + matcher.group()
                                + "\" can't stand there; letters, digits, blanks, \"_\", \".\", \"-\", \"/\" and {Keyword} can");
        }
        if (parts.stream().noneMatch(part -> part.text == null && part.tag == Tags.SOP_INSTANCE_UID))
            throw new ConfigurationException("{SOPInstanceUID} is missing, without which objects would share a name");
        PathPattern result = new PathPattern(parts);
        result.check(pattern);
        return result;
    }

    private static int tag(String keyword) {
        return Dictionary.standard()
                .maskOf(keyword)
                .filter(TagMask::isExact)
                .orElseThrow(() -> new ConfigurationException("{" + keyword + "} is no keyword of an attribute"))
                .value();
    }

    private void check(String pattern) {
        if (pattern.startsWith("/")) throw new ConfigurationException("it has to begin without \"/\"");
        for (String name : pattern.split("/", -1)) {
            if (name.isBlank() || name.startsWith("."))
                throw new ConfigurationException("every folder and file needs a name that does not begin with \".\"");
        }
    }

    /** The path of an object, relative to the folder. */
    Path of(DeidentifiedObject object) {
        StringBuilder path = new StringBuilder();
        for (Part part : parts) path.append(part.text != null ? part.text : safe(object.string(part.tag)));
        return Path.of(path.toString());
    }

    static String safe(String value) {
        if (value == null || value.isBlank()) return "none";
        String safe = UNSAFE.matcher(value.strip()).replaceAll("_");
        if (safe.startsWith(".")) safe = "_" + safe.substring(1);
        return safe.length() > MAX_VALUE ? safe.substring(0, MAX_VALUE) : safe;
    }
}
