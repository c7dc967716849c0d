// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.Comparator;
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

    private final Map<Change, Integer> counts = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    void record(int tag, Effect effect, String reason) {
        if (effect != Effect.KEPT) counts.merge(new Change(tag, effect, reason), 1, Integer::sum);
    }

    void warn(String message) {
        if (!warnings.contains(message)) warnings.add(message);
    }

    /** Each change with the number of elements that it was made to, in the order of the tags. */
    public Map<Change, Integer> changes() {
        Map<Change, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Comparator.comparing(
                        entry -> Integer.toUnsignedLong(entry.getKey().tag())))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** The number of elements by what was done to them. */
    public Map<Effect, Integer> totals() {
        Map<Effect, Integer> totals = new EnumMap<>(Effect.class);
        counts.forEach((change, count) -> totals.merge(change.effect(), count, Integer::sum));
        return totals;
    }

    /** What the user should know about this object; no values. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
