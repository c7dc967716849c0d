// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;

/**
 * An attribute that the site wants in every result. The engine applies it to a data set that has been treated and lacks the
 * attribute ({@link #addTo}); to an element that is there only if it is to be overwritten.
 */
public final class Add implements ElementAction {
    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "add";
        }

        @Override
        public String description() {
            return "Adds the attribute with the given value where the result lacks it, at the root or in the items that the rule's"
                    + " path leads to; one that is there is treated as without the rule, unless it is to be overwritten.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter(
                            "value",
                            "The value, numbers in decimal; of several a list, or one text with backslashes between them.",
                            true),
                    new Parameter("overwrite", "true to give the value to an attribute that is there as well.", false),
                    new Parameter(
                            "vr", "The value representation; needed only for what is not in the dictionary.", false));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            String overwrite = parameters.text("overwrite", "false");
            if (!overwrite.equals("true") && !overwrite.equals("false"))
                throw parameters.problem("\"overwrite\" has to be true or false");
            String vr = parameters.text("vr", null);
            return new Add(parameters.texts("value"), overwrite.equals("true"), vr == null ? null : vr(parameters, vr));
        }
    };

    private final GivenValues values;
    private final boolean overwrite;
    private final VR vr;

    private Add(List<String> values, boolean overwrite, VR vr) {
        this.values = new GivenValues(values);
        this.overwrite = overwrite;
        this.vr = vr;
    }

    private static VR vr(Parameters parameters, String name) {
        for (VR vr : VR.values()) if (vr.name().equals(name.strip().toUpperCase(Locale.ROOT))) return vr;
        throw parameters.problem("\"vr\" has to be a value representation of two letters, such as LO");
    }

    /** Whether an attribute that is there gets the value as well. */
    public boolean overwrites() {
        return overwrite;
    }

    /** The value as DICOM writes it, backslashes between several. */
    public String text() {
        return values.text();
    }

    /**
     * The place that a selector stands for: a tag without a path means the root.
     *
     * @throws ConfigurationException if it names no single attribute that can be added, or the value is not legal for it
     */
    public Selector.OfPath place(Selector selector) {
        Selector.OfPath path =
                selector instanceof Selector.OfPath given ? given : new Selector.OfPath(List.of(), selector);
        String problem = problem(path.last());
        if (problem != null) throw new ConfigurationException("action add " + problem);
        return path;
    }

    private String problem(Selector attribute) {
        if (attribute instanceof Selector.OfPrivate block && block.element() >= 0)
            return vr == null ? "needs \"vr\" for private attributes" : misfit(vr);
        if (!(attribute instanceof Selector.OfTag selected))
            return "needs one attribute, by its keyword, its tag, or creator and element";
        int tag = selected.tag();
        if (Tag.isPrivate(tag)) return "needs the creator of a private attribute: (gggg,\"CREATOR\",ee)";
        if (Tag.group(tag) < 0x0008 || Tag.group(tag) >= 0xFFFE || Tag.isGroupLength(tag))
            return "can't add " + selected + ", which has no place in a data set";
        DictionaryEntry entry = Dictionary.standard().entry(tag);
        if (entry == null || entry.vrs().isEmpty())
            return vr == null ? "needs \"vr\", since " + selected + " is not in the dictionary" : misfit(vr);
        if (vr != null && !entry.vrs().contains(vr))
            return "can't make " + entry.keyword() + " " + vr + "; its VR is "
                    + entry.vrs().get(0);
        int count = values.count(vrOf(tag));
        if (count > 0 && (count < entry.minVm() || count > entry.maxVm()))
            return "has " + count + (count == 1 ? " value" : " values") + " for " + entry.keyword() + ", which takes "
                    + entry.vm();
        return misfit(vrOf(tag));
    }

    private VR vrOf(int tag) {
        return vr == null ? Dictionary.standard().vr(tag) : vr;
    }

    /** Why the value is not legal for a VR; null if it is. */
    private String misfit(VR of) {
        if (!supports(of)) return "can't make values of VR " + of;
        String fault = values.fault(of);
        return fault == null ? null : "has a value that is " + fault;
    }

    /** Overwrites an element that is there. */
    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        set(dataSet, element.tag());
        return Effect.REPLACED;
    }

    private void set(DataSet set, int tag) {
        VR of = vrOf(tag);
        set.setStrings(tag, of, values.of(of));
    }

    /**
     * Adds the attribute that a selector names to a data set that lacks it.
     *
     * @param attribute the last step of what {@link #place} gave
     * @return its tag, or 0 if the data set has it
     */
    public int addTo(DataSet set, Selector attribute) {
        int tag =
                attribute instanceof Selector.OfTag known ? known.tag() : reserve(set, (Selector.OfPrivate) attribute);
        if (tag == 0 || set.contains(tag)) return 0;
        set(set, tag);
        return tag;
    }

    /** The tag of an absent private element in the block of its creator, which is reserved if need be; 0 if it is there. */
    private static int reserve(DataSet set, Selector.OfPrivate attribute) {
        List<Integer> taken = new ArrayList<>();
        int block = 0;
        for (int tag : set.tags()) {
            if (Tag.group(tag) != attribute.group()) continue;
            if (attribute.matches(set, tag)) return 0;
            if (!Tag.isPrivateCreator(tag)) taken.add(Tag.element(tag) >> 8);
            else {
                taken.add(Tag.element(tag));
                if (block == 0 && attribute.creator().equals(set.string(tag))) block = Tag.element(tag);
            }
        }
        for (int free = 0x10; block == 0; free++) {
            if (free > 0xFF)
                throw new RefusedException(attribute + " can't be added: all blocks of the group are taken");
            if (taken.contains(free)) continue;
            block = free;
            set.setString(Tag.of(attribute.group(), block), VR.LO, attribute.creator());
        }
        return Tag.of(attribute.group(), block << 8 | attribute.element());
    }

    @Override
    public boolean supports(VR of) {
        return of.isString() || of.kind() == VR.Kind.NUMBER;
    }
}
