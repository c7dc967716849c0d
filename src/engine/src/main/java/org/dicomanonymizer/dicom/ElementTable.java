// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Values by tag in ascending unsigned order, in two arrays. Removing leaves a hole that is closed later, so that removing
 * many costs no more than walking them once.
 */
final class ElementTable {
    private static final int[] NO_TAGS = {};
    private static final Value[] NO_VALUES = {};

    private int[] tags = NO_TAGS;
    private Value[] values = NO_VALUES;
    private int used;
    private int holes;

    int size() {
        return used - holes;
    }

    int[] tags() {
        closeHoles();
        return Arrays.copyOf(tags, used);
    }

    /** For walking by index, from 0 to below {@link #size}, as long as nothing is put or removed. */
    int tagAt(int index) {
        closeHoles();
        return tags[index];
    }

    Value valueAt(int index) {
        closeHoles();
        return values[index];
    }

    Value get(int tag) {
        int index = search(tag);
        return index < 0 ? null : values[index];
    }

    void put(int tag, Value value) {
        int index = search(tag);
        if (index >= 0) {
            if (values[index] == null) holes--;
            values[index] = value;
            return;
        }
        closeHoles();
        int at = used == 0 || Integer.compareUnsigned(tags[used - 1], tag) < 0 ? used : -1 - search(tag);
        grow();
        System.arraycopy(tags, at, tags, at + 1, used - at);
        System.arraycopy(values, at, values, at + 1, used - at);
        tags[at] = tag;
        values[at] = value;
        used++;
    }

    boolean remove(int tag) {
        int index = search(tag);
        if (index < 0 || values[index] == null) return false;
        values[index] = null;
        holes++;
        return true;
    }

    /** Adds behind the last without regard to order; {@link #sort} must follow. */
    void append(int tag, Value value) {
        grow();
        tags[used] = tag;
        values[used++] = value;
    }

    /**
     * Brings appended values into order and gives back spare memory.
     *
     * @param duplicate told the tag of every value that is dropped because an earlier one has the same tag
     * @return whether they were in order, each tag once
     */
    boolean sort(IntConsumer duplicate) {
        boolean ascending = isAscending();
        if (!ascending) {
            long[] order = new long[used];
            for (int i = 0; i < used; i++) order[i] = (long) (tags[i] ^ Integer.MIN_VALUE) << 32 | i;
            Arrays.sort(order);
            Value[] unsorted = values;
            values = new Value[used];
            tags = new int[used];
            used = 0;
            for (long entry : order) {
                int tag = (int) (entry >>> 32) ^ Integer.MIN_VALUE;
                if (used > 0 && tags[used - 1] == tag) duplicate.accept(tag);
                else append(tag, unsorted[(int) entry]);
            }
        }
        if (used < tags.length * 3 / 4) {
            tags = Arrays.copyOf(tags, used);
            values = Arrays.copyOf(values, used);
        }
        return ascending;
    }

    private boolean isAscending() {
        for (int i = 1; i < used; i++) if (Integer.compareUnsigned(tags[i - 1], tags[i]) >= 0) return false;
        return true;
    }

    private void grow() {
        if (used < tags.length) return;
        int capacity = Math.max(8, used + (used >> 1));
        tags = Arrays.copyOf(tags, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    private void closeHoles() {
        if (holes == 0) return;
        int kept = 0;
        for (int i = 0; i < used; i++) {
            if (values[i] == null) continue;
            tags[kept] = tags[i];
            values[kept++] = values[i];
        }
        Arrays.fill(values, kept, used, null);
        used = kept;
        holes = 0;
    }

    private int search(int tag) {
        int low = 0;
        int high = used - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = Integer.compareUnsigned(tags[middle], tag);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -1 - low;
    }
}
