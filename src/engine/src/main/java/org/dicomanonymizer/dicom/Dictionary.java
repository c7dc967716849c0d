// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The registry of standard attributes, PS3.6 with the command elements of PS3.7. Immutable and shared by threads. The start
 * of every command waits for it, so the text is indexed by tag once and a line is parsed only when it is asked for.
 */
public final class Dictionary {
    private static final int LEAST_LINE = 12;

    private final byte[] text;
    private final int[] tags;
    private final int[] lines;
    private final VR[] vrs;

    /** Open addressing by tag: 1 + its index. */
    private final int[] slots;

    /** What has been asked for so far, by index; at worst threads parse the same line. */
    private final DictionaryEntry[] entries;

    private final TagMask[] masks;
    private final String[][] maskRows;

    /** Open addressing by keyword: 1 + index of a tag, or minus (1 + index of a mask). Made when first needed. */
    private volatile int[] keywordSlots;

    private Dictionary() {
        text = ResourceLines.bytes(Dictionary.class, "dictionary.tsv");
        int[] tag = new int[text.length / LEAST_LINE];
        int[] line = new int[tag.length];
        VR[] vr = new VR[tag.length];
        int count = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] != '#') {
                tag[count] = hexadecimal(at);
                vr[count] = firstVr(at + 9);
                line[count++] = at;
            }
            while (text[at] != '\n') at++;
        }
        tags = Arrays.copyOf(tag, count);
        lines = Arrays.copyOf(line, count);
        vrs = Arrays.copyOf(vr, count);
        entries = new DictionaryEntry[count];
        slots = new int[Integer.highestOneBit(count) * 4];
        for (int i = 0; i < count; i++) slots[freeSlot(hash(tag[i]), slots)] = i + 1;
        maskRows = ResourceLines.rows(Dictionary.class, "dictionary-masks.tsv").toArray(new String[0][]);
        masks = new TagMask[maskRows.length];
        for (int i = 0; i < masks.length; i++) masks[i] = TagMask.parse(maskRows[i][0]);
    }

    private static final class Holder {
        static final Dictionary STANDARD = new Dictionary();
    }

    /** The dictionary of edition 2026d. */
    public static Dictionary standard() {
        return Holder.STANDARD;
    }

    /** The number of attributes; those of a repeating group count once. */
    public int size() {
        return tags.length + masks.length;
    }

    /** All attributes, those of a repeating group with the tag of its first group. */
    public Stream<DictionaryEntry> entries() {
        return Stream.concat(
                IntStream.range(0, tags.length).mapToObj(i -> entry(tags[i], parse(i))),
                IntStream.range(0, masks.length).mapToObj(i -> entry(masks[i].value(), maskRows[i])));
    }

    /** The entry of a tag, those with open digits (such as 60xx) included, or null if the standard has none. */
    public DictionaryEntry entry(int tag) {
        int index = indexOf(tag);
        if (index < 0) {
            int mask = maskIndexOf(tag);
            return mask < 0 ? null : entry(tag, maskRows[mask]);
        }
        DictionaryEntry entry = entries[index];
        if (entry == null) entries[index] = entry = entry(tag, parse(index));
        return entry;
    }

    private static DictionaryEntry entry(int tag, String[] row) {
        return new DictionaryEntry(
                tag, row[4], row[5], vrs(row[1]), row[2], row[3].startsWith("R"), UidRole.among(row[3]));
    }

    /**
     * The value representation of a tag as it is best assumed where the data does not say: US of US/SS, OW of any
     * choice with OW; UL for a group length and LO for a private creator of any group. Null for any other private tag,
     * for item and delimiter tags, and for those that the standard does not know.
     */
    public VR vr(int tag) {
        int index = indexOf(tag);
        if (index >= 0) return vrs[index];
        if (Tag.isGroupLength(tag)) return VR.UL;
        if (Tag.isPrivate(tag)) return Tag.isPrivateCreator(tag) ? VR.LO : null;
        int mask = maskIndexOf(tag);
        return mask < 0 ? null : usual(vrs(maskRows[mask][1]));
    }

    /** The keyword of a tag, or null if there is none. */
    public String keyword(int tag) {
        String[] row = row(tag);
        return row == null || row[4].isEmpty() ? null : row[4];
    }

    /** Whether a tag is in the registry; group lengths and private creators are not, but for the few it lists. */
    public boolean contains(int tag) {
        return indexOf(tag) >= 0 || maskIndexOf(tag) >= 0;
    }

    /** The tag, or the open tag such as (60xx,3000), of a keyword; empty if no attribute has it. Case matters. */
    public Optional<TagMask> maskOf(String keyword) {
        if (keyword.isEmpty()) return Optional.empty();
        int[] byKeyword = keywordSlots();
        int last = byKeyword.length - 1;
        for (int slot = hash(keyword.hashCode()) & last; byKeyword[slot] != 0; slot = slot + 1 & last) {
            int entry = byKeyword[slot];
            if (entry < 0 && maskRows[-1 - entry][4].equals(keyword)) return Optional.of(masks[-1 - entry]);
            if (entry > 0 && parse(entry - 1)[4].equals(keyword)) return Optional.of(TagMask.exactly(tags[entry - 1]));
        }
        return Optional.empty();
    }

    private String[] row(int tag) {
        int index = indexOf(tag);
        if (index >= 0) return parse(index);
        int mask = maskIndexOf(tag);
        return mask < 0 ? null : maskRows[mask];
    }

    private int maskIndexOf(int tag) {
        for (int i = 0; i < masks.length; i++) if (masks[i].matches(tag)) return i;
        return -1;
    }

    private int indexOf(int tag) {
        for (int slot = hash(tag) & slots.length - 1; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (tags[slots[slot] - 1] == tag) return slots[slot] - 1;
        }
        return -1;
    }

    private String[] parse(int index) {
        int end = index + 1 < lines.length ? lines[index + 1] : text.length;
        return ResourceLines.split(new String(text, lines[index], end - 1 - lines[index], StandardCharsets.UTF_8));
    }

    private int hexadecimal(int at) {
        int value = 0;
        for (int i = at; i < at + 8; i++) value = value << 4 | (text[i] <= '9' ? text[i] - '0' : text[i] - 'A' + 10);
        return value;
    }

    /** The usual VR of the field that starts at an index, without making strings but for the few fields with a choice. */
    private VR firstVr(int at) {
        if (text[at] == '\t') return null;
        if (text[at + 2] == '\t') return VR.of(text[at], text[at + 1]);
        int end = at;
        while (text[end] != '\t') end++;
        return usual(vrs(new String(text, at, end - at, StandardCharsets.US_ASCII)));
    }

    private static List<VR> vrs(String field) {
        if (field.isEmpty()) return List.of();
        String[] codes = field.split("/");
        VR[] vrs = new VR[codes.length];
        for (int i = 0; i < codes.length; i++) vrs[i] = VR.valueOf(codes[i]);
        return List.of(vrs);
    }

    private static VR usual(List<VR> vrs) {
        return vrs.contains(VR.OW) ? VR.OW : vrs.get(0);
    }

    private int[] keywordSlots() {
        int[] made = keywordSlots;
        if (made == null) {
            made = new int[slots.length];
            for (int i = 0; i < tags.length; i++) put(keywordHash(lines[i]), i + 1, made);
            for (int i = 0; i < masks.length; i++) put(maskRows[i][4].hashCode(), -1 - i, made);
            keywordSlots = made;
        }
        return made;
    }

    /** {@link String#hashCode} of the keyword, the fifth field, of a line: keywords are ASCII. */
    private int keywordHash(int line) {
        int at = line;
        for (int tabs = 0; tabs < 4; at++) if (text[at] == '\t') tabs++;
        int hash = 0;
        for (; text[at] != '\t'; at++) hash = 31 * hash + text[at];
        return hash;
    }

    private static void put(int keywordHash, int entry, int[] slots) {
        if (keywordHash != 0) slots[freeSlot(hash(keywordHash), slots)] = entry;
    }

    private static int freeSlot(int hash, int[] slots) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
        return slot;
    }

    private static int hash(int key) {
        int hash = key * 0x9E3779B9;
        return hash ^ hash >>> 16;
    }
}
