// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.UidRegistry;
import org.dicomanonymizer.dicom.VR;

/** Makes the one item that stands for the items of a replaced sequence. Immutable. */
final class DummyItems {
    private static final int SPECIFIC_CHARACTER_SET = 0x00080005;
    private static final int SOP_INSTANCE_UID = 0x00080018;
    private static final int CODE_MEANING = 0x00080104;
    private static final String CODE = "@Code";
    private static final char MACRO = '@';
    private static final int MAX_BULK = 1 << 16;

    /** By sequence tag: what its item holds. */
    private final Map<Integer, Map<Integer, Content>> sequences = new HashMap<>();

    private final Map<String, Map<Integer, Content>> macros = new HashMap<>();
    private final Dummies dummies;

    /**
     * What an item has under a tag: a value, or (value null) the attributes of a nested item, none of them for an empty
     * sequence.
     */
    private record Content(String value, Map<Integer, Content> nested) {}

    /** What is needed everywhere while one sequence is replaced. */
    private record Task(DataSet parent, UnaryOperator<String> uids) {
        String madeUid(int tag) {
            return uids.apply(Tag.toString(tag) + " in " + parent.root().string(SOP_INSTANCE_UID));
        }
    }

    DummyItems(Dummies dummies) {
        this.dummies = dummies;
        for (String[] row : ResourceLines.rows(DummyItems.class, "dummy-items.tsv")) read(row[0].split("\\."), row[1]);
    }

    private void read(String[] path, String value) {
        Map<Integer, Content> place = path[0].charAt(0) == MACRO
                ? macros.computeIfAbsent(path[0], name -> new LinkedHashMap<>())
                : sequences.computeIfAbsent(tag(path[0]), tag -> new LinkedHashMap<>());
        for (int i = 1; i < path.length - 1; i++) {
            place = place.computeIfAbsent(tag(path[i]), tag -> new Content(null, new LinkedHashMap<>())).nested;
        }
        boolean macro = !value.isEmpty() && value.charAt(0) == MACRO;
        if (path.length == 1) {
            place.putAll(macros.get(value));
            return;
        }
        int last = tag(path[path.length - 1]);
        boolean sequence = Dictionary.standard().vr(last) == VR.SQ;
        if (sequence) place.put(last, new Content(null, macro ? macros.get(value) : Map.of()));
        else place.put(last, new Content(value, Map.of()));
    }

    private static int tag(String keyword) {
        return Dummies.mask(keyword).value();
    }

    void replace(DataSet parent, int sequenceTag, UnaryOperator<String> uids) {
        List<DataSet> originals = parent.items(sequenceTag);
        DataSet original = originals.isEmpty() ? null : originals.get(0);
        int before = originals.size();
        DataSet item = parent.addItem(sequenceTag);
        fill(item, original, sequenceTag, new Task(parent, uids));
        for (int i = 0; i < before; i++) parent.removeItem(sequenceTag, 0);
    }

    private void fill(DataSet item, DataSet original, int sequenceTag, Task task) {
        Map<Integer, Content> described = sequences.get(sequenceTag);
        if (described == null && original != null && original.contains(CODE_MEANING)) described = macros.get(CODE);
        if (described != null) fill(item, described, original, task);
        else if (original != null) imitate(item, original, task);
    }

    private void fill(DataSet item, Map<Integer, Content> contents, DataSet original, Task task) {
        contents.forEach((tag, content) -> {
            if (content.value == null) fillSequence(item, tag, content.nested, original, task);
            else set(item, tag, content.value, original, task);
        });
    }

    private void fillSequence(DataSet item, int tag, Map<Integer, Content> nested, DataSet original, Task task) {
        item.setEmptySequence(tag);
        if (nested.isEmpty()) return;
        List<DataSet> originals = original == null ? List.of() : original.items(tag);
        fill(item.addItem(tag), nested, originals.isEmpty() ? null : originals.get(0), task);
    }

    private void set(DataSet item, int tag, String value, DataSet original, Task task) {
        VR vr = Dictionary.standard().vr(tag);
        if (vr == VR.UI) item.setString(tag, vr, uid(tag, value, original, task));
        else if (vr.kind() == VR.Kind.BYTES)
            item.setBytes(tag, vr, HexFormat.of().parseHex(value));
        else item.setStrings(tag, vr, List.of(text(value, task.parent).split("\\\\")));
    }

    /** The UID of the original in this place, mapped; else the default; else one made for the place. */
    private static String uid(int tag, String value, DataSet original, Task task) {
        String had = original == null ? null : original.string(tag);
        if (had != null
                && !had.isBlank()
                && (value.isEmpty() || UidRegistry.standard().isRegistered(had.strip())))
            return task.uids.apply(had.strip());
        return value.isEmpty() ? task.madeUid(tag) : value;
    }

    /** {@code default=Sequence.Attribute}: the value at that path beside the replaced sequence, else the default. */
    private static String text(String value, DataSet parent) {
        int reference = value.indexOf('=');
        if (reference < 0) return value;
        String[] path = value.substring(reference + 1).split("\\.");
        List<DataSet> items = parent.items(tag(path[0]));
        String found = items.isEmpty() ? null : items.get(0).string(tag(path[1]));
        return found == null || found.isBlank() ? value.substring(0, reference) : found;
    }

    /** The shape of an item that nobody described, without any of its values. */
    private void imitate(DataSet item, DataSet original, Task task) {
        for (int tag : original.tags()) {
            VR vr = original.vr(tag);
            if (Tag.isPrivate(tag) || Tag.isGroupLength(tag) || tag == SPECIFIC_CHARACTER_SET) continue;
            if (vr == VR.SQ) imitateSequence(item, tag, original, task);
            else if (original.isEmpty(tag)) item.setBytes(tag, vr, new byte[0]);
            else if (vr == VR.UI) {
                item.setStrings(
                        tag, vr, original.strings(tag).stream().map(task.uids).toList());
            } else if (vr.kind() == VR.Kind.BYTES) {
                int length = (int) Math.min(original.length(tag), MAX_BULK);
                item.setBytes(tag, vr, dummies.bytes(tag, vr).orElseGet(() -> new byte[length]));
            } else item.setStrings(tag, vr, dummies.values(tag, vr));
        }
    }

    private void imitateSequence(DataSet item, int tag, DataSet original, Task task) {
        item.setEmptySequence(tag);
        List<DataSet> originals = original.items(tag);
        if (!originals.isEmpty()) fill(item.addItem(tag), originals.get(0), tag, task);
    }
}
