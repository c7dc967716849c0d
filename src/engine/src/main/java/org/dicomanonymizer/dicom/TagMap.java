// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Values by tag, for look-ups that happen once per element: exact tags by hashing of plain ints, then the few open tags,
 * of which the one with most fixed bits wins. Immutable.
 *
 * @param <V> what is found
 */
public final class TagMap<V> {
    private static final Comparator<TagMask> MOST_FIXED_FIRST =
            Comparator.comparingInt(mask -> -Integer.bitCount(mask.bits()));

    private final int[] tags;
    private final Object[] values;
    private final TagMask[] masks;
    private final Object[] maskValues;

    private TagMap(Map<TagMask, V> source) {
        int capacity = Integer.highestOneBit(Math.max(1, source.size())) * 4;
        tags = new int[capacity];
        values = new Object[capacity];
        List<TagMask> open = new ArrayList<>();
        for (Map.Entry<TagMask, V> entry : source.entrySet()) {
            if (entry.getValue() == null) throw new IllegalArgumentException("No value for " + entry.getKey());
            if (entry.getKey().isExact()) put(entry.getKey().value(), entry.getValue());
            else open.add(entry.getKey());
        }
        open.sort(MOST_FIXED_FIRST);
        masks = open.toArray(new TagMask[0]);
        maskValues = new Object[masks.length];
        for (int i = 0; i < masks.length; i++) maskValues[i] = source.get(masks[i]);
    }

    /** A look-up of these values, none of them null. */
    public static <V> TagMap<V> of(Map<TagMask, V> values) {
        return new TagMap<>(values);
    }

    /** The value of a tag, or null if neither the tag nor an open tag that matches it has one. */
    @SuppressWarnings("unchecked")
    public V get(int tag) {
        for (int slot = slot(tag); values[slot] != null; slot = slot + 1 & tags.length - 1) {
            if (tags[slot] == tag) return (V) values[slot];
        }
        for (int i = 0; i < masks.length; i++) if (masks[i].matches(tag)) return (V) maskValues[i];
        return null;
    }

    private void put(int tag, V value) {
        int slot = slot(tag);
        while (values[slot] != null) slot = slot + 1 & tags.length - 1;
        tags[slot] = tag;
        values[slot] = value;
    }

    private int slot(int tag) {
        int hash = tag * 0x9E3779B9;
        return (hash ^ hash >>> 16) & tags.length - 1;
    }
}
