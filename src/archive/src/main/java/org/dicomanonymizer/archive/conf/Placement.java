// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Gives names and places to rules and regions that come from a list without them. Those that were there before keep theirs
 * where that is possible, so that storing them changes few entries.
 */
final class Placement {
    private static final int STEP = 10;
    private static final int LONGEST_NAME = 48;

    private final EntryType kind;
    private final List<Entry> previous;
    private final Set<String> names = new HashSet<>();

    private Placement(EntryType kind, List<Entry> previous) {
        this.kind = kind;
        this.previous = previous;
    }

    /**
     * Makes entries of their values.
     *
     * @param values   of each entry, without {@link EntryType#ORDER}, in their order
     * @param previous the entries of this kind that were there before
     */
    static List<Entry> of(EntryType kind, List<Map<String, List<String>>> values, List<Entry> previous) {
        return new Placement(kind, previous).place(values);
    }

    /** Entries that have names, but no places, in the order of their list. */
    static List<Entry> inOrder(List<Entry> entries) {
        List<Entry> placed = new ArrayList<>();
        for (Entry entry : entries) placed.add(entry.at(STEP * (placed.size() + 1)));
        return placed;
    }

    private List<Entry> place(List<Map<String, List<String>>> values) {
        Entry[] earlier = new Entry[values.size()];
        List<Entry> left = new ArrayList<>(previous);
        match(values, earlier, left, true);
        match(values, earlier, left, false);
        for (Entry entry : earlier) if (entry != null) names.add(entry.name());
        List<Entry> placed = new ArrayList<>();
        int last = 0;
        for (int i = 0; i < earlier.length; i++) {
            last = next(earlier, i, last);
            String name = earlier[i] == null ? newName(values.get(i)) : earlier[i].name();
            placed.add(new Entry(kind, name, values.get(i), List.of()).at(last));
        }
        return placed;
    }

    /** Finds for each entry one that was there before and says all the same, or is about the same. */
    private static void match(List<Map<String, List<String>>> values, Entry[] earlier, List<Entry> left, boolean all) {
        for (int i = 0; i < earlier.length; i++) {
            Map<String, List<String>> wanted = values.get(i);
            if (earlier[i] != null) continue;
            Predicate<String> counts = attribute -> !attribute.equals(EntryType.ORDER)
                    && (all || attribute.equals(EntryType.TAG) || attribute.equals(EntryType.WHEN));
            for (Entry entry : left)
                if (only(counts, entry.values()).equals(only(counts, wanted))) {
                    earlier[i] = entry;
                    left.remove(entry);
                    break;
                }
        }
    }

    private static Map<String, Set<String>> only(Predicate<String> attributes, Map<String, List<String>> values) {
        return values.entrySet().stream()
                .filter(value -> attributes.test(value.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, value -> Set.copyOf(value.getValue())));
    }

    /** The place of an entry: its earlier one if that is behind the last, else one before the next that stays. */
    private static int next(Entry[] earlier, int index, int last) {
        Integer own = earlier[index] == null ? null : earlier[index].order();
        if (own != null && own > last) return own;
        for (int i = index + 1; i < earlier.length; i++) {
            Integer following = earlier[i] == null ? null : earlier[i].order();
            if (following != null && following > last + 1) return last + Math.min(STEP, (following - last) / 2);
        }
        return last + STEP;
    }

    /** A name that tells what a rule is about. */
    private String newName(Map<String, List<String>> values) {
        String about = values.getOrDefault(EntryType.TAG, List.of(kind.noun())).get(0);
        String base = about.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        if (base.isEmpty()) base = kind.noun();
        if (base.length() > LONGEST_NAME) base = base.substring(0, LONGEST_NAME);
        String name = base;
        for (int number = 2; !names.add(name); number++) name = base + "-" + number;
        return name;
    }
}
