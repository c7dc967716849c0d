// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.HashSet;
import java.util.Set;
import org.dicomanonymizer.action.ByType;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.ActionCode;

/** What an object says itself of its private elements: Private Data Element Characteristics Sequence (PS3.3 C.12.1.1.7). */
final class DeclaredPrivate {
    private static final int CHARACTERISTICS_SEQUENCE = 0x00080300;
    private static final int GROUP = 0x00080301;
    private static final int CREATOR = 0x00080302;
    private static final int STATUS = 0x00080303;
    private static final int NONIDENTIFYING_ELEMENTS = 0x00080304;
    private static final int ACTION_SEQUENCE = 0x00080305;
    private static final int IDENTIFYING_ELEMENTS = 0x00080306;
    private static final int ACTION = 0x00080307;

    private DeclaredPrivate() {}

    /** What the object asks to be done to an element of its own, or null if it does not call it safe. */
    static Treatment find(DataSet dataSet, int tag, ElementAction safe) {
        String creator = dataSet.privateCreator(tag);
        if (creator == null) return null;
        for (DataSet block : dataSet.root().items(CHARACTERISTICS_SEQUENCE)) {
            if (!creator.equals(block.string(CREATOR)) || !names(block, GROUP, Tag.group(tag), 0xFFFF)) continue;
            ActionCode code = action(block, tag);
            if (code != null) return new Treatment(ByType.of(code), "private attribute declared as " + code.code());
            if ("SAFE".equals(block.string(STATUS)) || names(block, NONIDENTIFYING_ELEMENTS, tag & 0xFF, 0xFF))
                return new Treatment(safe, "private attribute declared as safe");
        }
        return null;
    }

    private static ActionCode action(DataSet block, int tag) {
        for (DataSet action : block.items(ACTION_SEQUENCE)) {
            if (!names(action, IDENTIFYING_ELEMENTS, tag & 0xFF, 0xFF)) continue;
            String code = action.string(ACTION);
            return code != null && Set.of("D", "Z", "X", "U").contains(code) ? ActionCode.parse(code) : ActionCode.X;
        }
        return null;
    }

    private static boolean names(DataSet item, int attribute, int number, int mask) {
        return item.strings(attribute).stream()
                .anyMatch(value -> value.matches("[0-9]{1,9}") && (Integer.parseInt(value) & mask) == number);
    }

    /** Leaves only the blocks of which elements are left: of others there is nothing to say any more. */
    static void prune(DataSet root, ChangeLog log) {
        int blocks = root.items(CHARACTERISTICS_SEQUENCE).size();
        if (blocks == 0) return;
        Set<String> left = new HashSet<>();
        collectBlocks(root, left);
        for (int i = blocks - 1; i >= 0; i--) {
            DataSet block = root.items(CHARACTERISTICS_SEQUENCE).get(i);
            if (!left.contains(block.string(GROUP) + " " + block.string(CREATOR)))
                root.removeItem(CHARACTERISTICS_SEQUENCE, i);
        }
        if (root.items(CHARACTERISTICS_SEQUENCE).isEmpty()) {
            root.remove(CHARACTERISTICS_SEQUENCE);
            log.record(CHARACTERISTICS_SEQUENCE, Effect.REMOVED, "tells of private attributes that are gone");
        }
    }

    private static void collectBlocks(DataSet set, Set<String> blocks) {
        for (int tag : set.tags()) {
            if (Tag.isPrivateCreator(tag)) blocks.add(Tag.group(tag) + " " + set.string(tag));
            if (set.vr(tag) == VR.SQ) set.items(tag).forEach(item -> collectBlocks(item, blocks));
        }
    }
}
