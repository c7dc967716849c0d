// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.action.Effect;

/** What was done to one object, without any value: for reports, previews and counts. Not thread-safe. */
public final class ChangeLog {

    /**
     * What was done to an attribute at all places of the object.
     *
     * @param tag    the attribute
     * @param effect what was done
     * @param reason which rule decided
     */
    public record Change(int tag, Effect effect, String reason) {}

    /** The changes met so far, each with its count. */
    private final List<Count> counts = new ArrayList<>();

    /** The same by tag, open addressing: every element of an object asks here. */
    private Count[] slots = new Count[256];

    private final List<String> warnings = new ArrayList<>();

    private static final class Count {
        final int tag;
        final Effect effect;
        final String reason;
        int elements = 1;

        Count(int tag, Effect effect, String reason) {
            this.tag = tag;
            this.effect = effect;
            this.reason = reason;
        }
    }

    void record(int tag, Effect effect, String reason) {
        if (effect == Effect.KEPT) return;
        int slot = slot(tag);
        for (Count count = slots[slot]; count != null; count = slots[slot]) {
            if (count.tag == tag && count.effect == effect && count.reason.equals(reason)) {
                count.elements++;
                return;
            }
            slot = slot + 1 & slots.length - 1;
        }
        Count count = new Count(tag, effect, reason);
        counts.add(count);
        if (counts.size() > slots.length / 2) grow();
        else slots[slot] = count;
    }

    private int slot(int tag) {
        int hash = tag * 0x9E3779B9;
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    private void grow() {
        slots = new Count[slots.length * 2];
        for (Count count : counts) {
            int slot = slot(count.tag);
            while (slots[slot] != null) slot = slot + 1 & slots.length - 1;
            slots[slot] = count;
        }
    }

    void warn(String message) {
        if (!warnings.contains(message)) warnings.add(message);
    }

    /** Each change with the number of elements that it was made to, in the order of the tags. */
    public Map<Change, Integer> changes() {
        Map<Change, Integer> sorted = new LinkedHashMap<>();
        counts.stream()
                .sorted((one, other) -> Integer.compareUnsigned(one.tag, other.tag))
                .forEach(count -> sorted.put(new Change(count.tag, count.effect, count.reason), count.elements));
        return sorted;
    }

    /** The number of elements by what was done to them. */
    public Map<Effect, Integer> totals() {
        Map<Effect, Integer> totals = new EnumMap<>(Effect.class);
        for (Count count : counts) totals.merge(count.effect, count.elements, Integer::sum);
        return totals;
    }

    /** What the user should know about this object; no values. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
