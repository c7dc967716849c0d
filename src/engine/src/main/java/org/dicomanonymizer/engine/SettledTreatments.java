// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.function.BiFunction;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;

/**
 * What is done to attributes of which nothing but their tag decides, as long as they have their usual VR: most elements need
 * but one look here. Worked out when an attribute of PS3.6 is first met, and kept in a table small enough to be always near.
 * Thread-safe.
 */
final class SettledTreatments {
    private static final int FIRST_SLOTS = 512;

    private final BiFunction<Integer, VR, Treatment> decision;

    /** Open addressing. Entries are only ever added, so that reading needs no lock: what is not seen yet is asked for again. */
    private volatile Entry[] slots = new Entry[FIRST_SLOTS];

    private int met;

    /** What is done to an attribute that has its usual VR; null if that has to be decided case by case. */
    private record Entry(int tag, VR vr, Treatment treatment) {}

    /** @param decision gives the treatment by tag and VR, null if there is none for all; may ask {@link AnyDataSet} */
    SettledTreatments(BiFunction<Integer, VR, Treatment> decision) {
        this.decision = decision;
    }

    /** What is done to an element of a VR, or null if that has to be decided case by case. */
    Treatment find(int tag, VR vr) {
        if (Tag.isPrivate(tag)) return null;
        Entry entry = entryOf(tag, slots);
        if (entry == null) entry = meet(tag);
        return entry != null && entry.vr == vr ? entry.treatment : null;
    }

    private static Entry entryOf(int tag, Entry[] slots) {
        int slot = firstSlot(tag, slots);
        Entry entry = slots[slot];
        while (entry != null && entry.tag != tag) {
            slot = slot + 1 & slots.length - 1;
            entry = slots[slot];
        }
        return entry;
    }

    private static int firstSlot(int tag, Entry[] slots) {
        int hash = tag * 0x9E3779B9;
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    /** The entry of an attribute that has been missed; null if PS3.6 does not know it: of those there may be any number. */
    private synchronized Entry meet(int tag) {
        Entry entry = entryOf(tag, slots);
        VR usual = Tag.isGroupLength(tag) ? null : Dictionary.standard().vr(tag);
        if (entry != null || usual == null) return entry;
        entry = new Entry(tag, usual, decide(tag, usual));
        if (++met > slots.length / 4) grow();
        add(entry, slots);
        return entry;
    }

    private void grow() {
        Entry[] more = new Entry[slots.length * 2];
        for (Entry entry : slots) if (entry != null) add(entry, more);
        slots = more;
    }

    private static void add(Entry entry, Entry[] slots) {
        int slot = firstSlot(entry.tag, slots);
        while (slots[slot] != null) slot = slot + 1 & slots.length - 1;
        slots[slot] = entry;
    }

    private Treatment decide(int tag, VR vr) {
        try {
            return decision.apply(tag, vr);
        } catch (AnyDataSet.Asked e) {
            return null;
        }
    }
}
