// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;

/** What happens to an object, element by element: for people who want to see a profile at work before they trust it. */
public final class Preview {
    private static final int SHOWN_CHARACTERS = 80;

    /** Longer values, in bytes, are not read to show their beginning. */
    private static final int SHOWN_LENGTH = 1 << 13;

    private final List<Line> lines;
    private final ChangeLog log;

    Preview(List<Line> lines, ChangeLog log) {
        this.lines = List.copyOf(lines);
        this.log = log;
    }

    /** Every element of the original in its order, the items of a sequence behind it; behind those of a data set what is added to it. */
    public List<Line> lines() {
        return lines;
    }

    /** The same in counts, with the warnings. */
    public ChangeLog log() {
        return log;
    }

    /**
     * What happens to one element.
     *
     * @param path   the tags of the sequences that it is in, each with the number of its item, and its own
     * @param tag    its tag
     * @param vr     its value representation
     * @param effect what is done to it
     * @param reason which rule decides
     * @param before its value in the original, cut to 80 characters, empty if it is added; identifying, so show it only to those who
     *               may see it
     * @param after  its value afterwards, likewise cut; empty if it is removed
     */
    public record Line(String path, int tag, VR vr, Effect effect, String reason, String before, String after) {

        /** The keyword of the attribute, or an empty text if it has none. */
        public String keyword() {
            String keyword = Tag.isPrivate(tag) ? null : Dictionary.standard().keyword(tag);
            return keyword == null ? "" : keyword;
        }

        /** Without the values. */
        @Override
        public String toString() {
            return path + " " + effect + " [" + reason + "]";
        }
    }

    /** Gathers the lines during a walk. */
    static final class Recorder implements WalkObserver {
        private final List<Line> lines = new ArrayList<>();
        private final Deque<String> path = new ArrayDeque<>(List.of(""));
        private VR vr;
        private String before;

        List<Line> lines() {
            return lines;
        }

        @Override
        public void before(DataSet set, int tag) {
            vr = set.vr(tag);
            before = show(set, tag);
        }

        @Override
        public void after(DataSet set, int tag, Effect effect, Treatment treatment) {
            String after = set.contains(tag) ? show(set, tag) : "";
            lines.add(new Line(path.element() + Tag.toString(tag), tag, vr, effect, treatment.reason(), before, after));
        }

        @Override
        public void added(DataSet set, int tag, Treatment treatment) {
            lines.add(new Line(
                    path.element() + Tag.toString(tag),
                    tag,
                    set.vr(tag),
                    Effect.ADDED,
                    treatment.reason(),
                    "",
                    show(set, tag)));
        }

        @Override
        public void enterItem(int sequence, int number) {
            path.push(path.element() + Tag.toString(sequence) + "[" + number + "].");
        }

        @Override
        public void leaveItem() {
            path.pop();
        }

        private static String show(DataSet set, int tag) {
            VR vr = set.vr(tag);
            if (vr == VR.SQ) return set.length(tag) + (set.length(tag) == 1 ? " item" : " items");
            if (vr.kind() == VR.Kind.BYTES || set.length(tag) > SHOWN_LENGTH) return set.length(tag) + " bytes";
            String text = String.join("\\", set.strings(tag));
            return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
        }
    }
}
