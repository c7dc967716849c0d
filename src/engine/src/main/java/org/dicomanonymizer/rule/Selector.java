// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;

/**
 * Which elements a rule is about. Of several rules that select an element the most specific wins: path, then tag, private
 * element by its creator, mask (more fixed digits first), VR, all private; among equals the later one.
 */
public sealed interface Selector {

    /** Whether an element of this data set is selected; a path's last step only. */
    boolean matches(DataSet dataSet, int tag);

    /** Whether an attribute that PS3.6 knows is selected at the root of objects; told without one. */
    default boolean selectsAtRoot(int tag) {
        return matches(null, tag);
    }

    /** Higher is more specific. */
    int specificity();

    /** As {@code toString}, but with keywords instead of tags where there are any, for people. */
    default String named() {
        return toString();
    }

    /** One attribute, at any depth. */
    record OfTag(int tag) implements Selector {
        @Override
        public boolean matches(DataSet dataSet, int candidate) {
            return candidate == tag;
        }

        @Override
        public int specificity() {
            return 500;
        }

        @Override
        public String named() {
            String keyword = Dictionary.standard().keyword(tag);
            return keyword == null ? toString() : keyword;
        }

        @Override
        public String toString() {
            return Tag.toString(tag);
        }
    }

    /**
     * A private element wherever its creator has reserved a block, at any depth.
     *
     * @param element the element within the block, 00 to FF; -1 for the whole block
     */
    record OfPrivate(int group, String creator, int element) implements Selector {
        @Override
        public boolean matches(DataSet dataSet, int tag) {
            return Tag.group(tag) == group
                    && Tag.element(tag) > 0xFF
                    && (element < 0 || (tag & 0xFF) == element)
                    && creator.equals(dataSet.privateCreator(tag));
        }

        @Override
        public boolean selectsAtRoot(int tag) {
            return false;
        }

        @Override
        public int specificity() {
            return element < 0 ? 390 : 400;
        }

        @Override
        public String toString() {
            return String.format(
                    "(%04X,\"%s\",%s)", group, creator, element < 0 ? "xx" : String.format("%02X", element));
        }
    }

    /** The tags that agree with a mask, at any depth. */
    record OfMask(TagMask mask) implements Selector {
        @Override
        public boolean matches(DataSet dataSet, int tag) {
            return mask.matches(tag);
        }

        @Override
        public int specificity() {
            return 300 + Integer.bitCount(mask.bits());
        }

        /** Digits with x, or four numbers where single bits are open. */
        @Override
        public String toString() {
            String digits = mask.toString();
            if (TagMask.parse(digits).equals(mask)) return digits;
            return String.format(
                    "(0x%04X,0x%04X,0x%04X,0x%04X)",
                    Tag.group(mask.value()),
                    Tag.element(mask.value()),
                    Tag.group(mask.bits()),
                    Tag.element(mask.bits()));
        }
    }

    /** Every element of a value representation. */
    record OfVr(VR vr) implements Selector {
        @Override
        public boolean matches(DataSet dataSet, int tag) {
            return dataSet.vr(tag) == vr;
        }

        @Override
        public boolean selectsAtRoot(int tag) {
            DictionaryEntry entry = Dictionary.standard().entry(tag);
            return entry != null && entry.vrs().contains(vr);
        }

        @Override
        public int specificity() {
            return 200;
        }

        @Override
        public String toString() {
            return "VR:" + vr;
        }
    }

    /** Every private element. */
    record AllPrivate() implements Selector {
        @Override
        public boolean matches(DataSet dataSet, int tag) {
            return Tag.isPrivate(tag);
        }

        @Override
        public int specificity() {
            return 100;
        }

        @Override
        public String toString() {
            return "private";
        }
    }

    /**
     * An element at a place: inside the named sequences, counted from the root.
     *
     * @param sequences the sequences to pass, outermost first
     * @param last      the element in the innermost item
     */
    record OfPath(List<Step> sequences, Selector last) implements Selector {
        public OfPath {
            sequences = List.copyOf(sequences);
        }

        @Override
        public boolean matches(DataSet dataSet, int tag) {
            return last.matches(dataSet, tag);
        }

        @Override
        public boolean selectsAtRoot(int tag) {
            return sequences.stream().allMatch(Step.AnyDepth.class::isInstance) && last.selectsAtRoot(tag);
        }

        @Override
        public int specificity() {
            return 600 + Math.min(sequences.size(), 100);
        }

        @Override
        public String named() {
            StringBuilder text = new StringBuilder(sequences.isEmpty() ? "/" : "");
            for (Step step : sequences)
                text.append(step instanceof Step.Into into ? into.sequence().named() : step.toString())
                        .append('.');
            return text.append(last.named()).toString();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(sequences.isEmpty() ? "/" : "");
            sequences.forEach(step -> text.append(step).append('.'));
            return text.append(last).toString();
        }
    }

    /** One step of a path: a sequence, any one sequence ({@code *}), or any number of sequences ({@code **}). */
    sealed interface Step {
        record Into(Selector sequence) implements Step {
            @Override
            public String toString() {
                return sequence.toString();
            }
        }

        record AnyOne() implements Step {
            @Override
            public String toString() {
                return "*";
            }
        }

        record AnyDepth() implements Step {
            @Override
            public String toString() {
                return "**";
            }
        }
    }
}
