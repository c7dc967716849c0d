// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.TagMap;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * Attributes outside PS3.15 Table E.1-1 (2026d) that hold text, names, dates, times or UIDs and so may identify, if people
 * use them to: to be considered for cleaning, as the standard suggests (section E.3.5), not to be removed as a rule. Read
 * at first use, shared by threads.
 */
public final class UnlistedAttributes {
    private final List<Attribute> attributes = new ArrayList<>();
    private final TagMap<Attribute> byTag;

    /**
     * An attribute.
     *
     * @param tag           the tag, or the open tag
     * @param keyword       the keyword
     * @param vr            the value representation
     * @param inStandardIod whether a table of PS3.3 has it
     */
    public record Attribute(TagMask tag, String keyword, VR vr, boolean inStandardIod) {}

    private UnlistedAttributes() {
        Map<TagMask, Attribute> index = new HashMap<>();
        for (String[] row : ResourceLines.rows(UnlistedAttributes.class, "unlisted.tsv")) {
            TagMask tag = TagMask.parse(row[0]);
            Attribute attribute = new Attribute(tag, row[3], VR.valueOf(row[2]), row[1].equals("S"));
            attributes.add(attribute);
            index.put(tag, attribute);
        }
        byTag = TagMap.of(index);
    }

    private static final class Holder {
        static final UnlistedAttributes STANDARD = new UnlistedAttributes();
    }

    /** The attributes of edition 2026d. */
    public static UnlistedAttributes standard() {
        return Holder.STANDARD;
    }

    /** All of them, in the order of their tags. */
    public List<Attribute> attributes() {
        return List.copyOf(attributes);
    }

    /** The attribute of a tag, or null if it is none of these. */
    public Attribute attribute(int tag) {
        return byTag.get(tag);
    }
}
