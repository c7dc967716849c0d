// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A place in the objects of a SOP class: the root or the items of a sequence. Walked alongside the data set, it tells how
 * much the IOD needs each attribute there. Immutable.
 */
public final class IodNode {
    /** A place of which the tables know nothing: all is optional, at every depth. */
    static final IodNode NOTHING_REQUIRED = new Builder().build();

    private final int[] tags;
    private final AttributeType[] types;
    private final int[] childTags;
    private final IodNode[] children;

    private IodNode(Builder builder, int ownTag) {
        tags = builder.types.keySet().stream().mapToInt(Integer::intValue).toArray();
        types = builder.types.values().toArray(new AttributeType[0]);
        childTags = builder.childTags(ownTag);
        children = new IodNode[childTags.length];
        for (int i = 0; i < children.length; i++) {
            Builder child = builder.children.get(childTags[i]);
            children[i] = child == null ? this : new IodNode(child, childTags[i]);
        }
    }

    /** The type of an attribute at this place. */
    public AttributeType type(int tag) {
        int index = Arrays.binarySearch(tags, tag);
        return index < 0 ? AttributeType.TYPE_3 : types[index];
    }

    /** The attributes whose type at this place is 1 or 2, in ascending order. */
    public int[] required() {
        return tags.clone();
    }

    /** The sequences at this place that the tables know something inside of, themselves within themselves apart. */
    public int[] sequences() {
        return Arrays.stream(childTags).filter(tag -> child(tag) != this).toArray();
    }

    /**
     * The place in the items of a sequence at this place. Never null: where the tables know nothing, all is optional. A
     * sequence in its own items, such as Content Sequence, is the same place again.
     */
    public IodNode child(int sequenceTag) {
        int index = Arrays.binarySearch(childTags, sequenceTag);
        return index < 0 ? NOTHING_REQUIRED : children[index];
    }

    /** Collects the paths of the table. */
    static final class Builder {
        private final Map<Integer, AttributeType> types = new TreeMap<>();
        private final Map<Integer, Builder> children = new TreeMap<>();

        void add(int[] path, AttributeType type) {
            Builder place = this;
            for (int i = 0; i < path.length - 1; i++) {
                place = place.children.computeIfAbsent(path[i], tag -> new Builder());
            }
            place.types.merge(path[path.length - 1], type, AttributeType::stronger);
        }

        /** The sequences with a place of their own, and at last the one that this place belongs to. */
        private int[] childTags(int ownTag) {
            TreeMap<Integer, Builder> all = new TreeMap<>(children);
            if (ownTag != 0) all.putIfAbsent(ownTag, this);
            return all.keySet().stream().mapToInt(Integer::intValue).toArray();
        }

        IodNode build() {
            return new IodNode(this, 0);
        }
    }
}
