// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * PS3.15 Table E.3.10-1 (2026d): private attributes known to hold no identity, which the standard gives as a sample, not as
 * a warranty. Read at first use, shared by threads.
 */
public final class SafePrivate {
    /** By creator, then by tag without the block number. */
    private final Map<String, Map<Integer, Attribute>> byCreator = new HashMap<>();

    /**
     * A private attribute.
     *
     * @param creator the private creator
     * @param tag     the tag with any block: {@code (gggg,xxee)}
     * @param vrs     the value representations allowed; empty where the standard gives none
     * @param vm      the value multiplicity as written in PS3.15
     * @param meaning what it is, may be empty
     */
    public record Attribute(String creator, TagMask tag, List<VR> vrs, String vm, String meaning) {}

    private SafePrivate() {
        for (String[] row : ResourceLines.rows(SafePrivate.class, "safe-private.tsv")) {
            TagMask tag = TagMask.parse(row[0]);
            List<VR> vrs = row[1].isEmpty()
                    ? List.of()
                    : Stream.of(row[1].split("/")).map(VR::valueOf).toList();
            byCreator
                    .computeIfAbsent(row[4], creator -> new HashMap<>())
                    .put(tag.value(), new Attribute(row[4], tag, vrs, row[2], row[3]));
        }
    }

    private static final class Holder {
        static final SafePrivate STANDARD = new SafePrivate();
    }

    /** The table of edition 2026d. */
    public static SafePrivate standard() {
        return Holder.STANDARD;
    }

    /** All attributes of the table, in no order. */
    public Stream<Attribute> attributes() {
        return byCreator.values().stream().flatMap(attributes -> attributes.values().stream());
    }

    /**
     * The attribute that a private element is, or null if the table does not list it.
     *
     * @param creator the creator of its block, null if it has none
     * @param tag     its tag, in any block
     */
    public Attribute attribute(String creator, int tag) {
        if (creator == null || !Tag.isPrivate(tag) || Tag.element(tag) < 0x1000) return null;
        Map<Integer, Attribute> attributes = byCreator.get(creator.strip());
        return attributes == null ? null : attributes.get(tag & 0xFFFF00FF);
    }
}
