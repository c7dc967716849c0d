// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tag;

/**
 * The attribute that a condition asks about: one of the data set itself, or one inside the first items of sequences.
 *
 * @param fromRoot  whether the path starts at the root of the object instead of the data set that is treated
 * @param sequences the sequences into whose first items the path leads, outermost first
 * @param last      the attribute; like the sequences an {@link Selector.OfTag} or {@link Selector.OfPrivate}
 */
public record AttributePath(boolean fromRoot, List<Selector> sequences, Selector last) {
    public AttributePath {
        sequences = List.copyOf(sequences);
    }

    /** The answer of a check for this attribute in a data set; the level does not matter if the path starts at the root. */
    boolean ask(DataSet level, Check check) {
        DataSet set = fromRoot ? level.root() : level;
        for (Selector sequence : sequences) {
            List<DataSet> items = set.items(tag(set, sequence));
            if (items.isEmpty()) return check.ofAbsent();
            set = items.get(0);
        }
        int tag = tag(set, last);
        return set.contains(tag) ? check.of(new Element(set, tag)) : check.ofAbsent();
    }

    /** The tag of a selected attribute in a data set, 0 if it is a private one that the data set lacks. */
    private static int tag(DataSet set, Selector selector) {
        if (selector instanceof Selector.OfTag known) return known.tag();
        int group = ((Selector.OfPrivate) selector).group();
        for (int tag : set.tags()) if (Tag.group(tag) == group && selector.matches(set, tag)) return tag;
        return 0;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(fromRoot ? "/" : "");
        sequences.forEach(sequence -> text.append(step(sequence)).append('.'));
        return text.append(step(last)).toString();
    }

    private static String step(Selector selector) {
        String keyword =
                selector instanceof Selector.OfTag known ? Dictionary.standard().keyword(known.tag()) : null;
        return keyword == null ? selector.toString() : keyword;
    }
}
