// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.CodingSchemes;
import org.dicomanonymizer.text.Cleaned;
import org.dicomanonymizer.text.TextCleaner;
import org.dicomanonymizer.text.UnknownWords;

/**
 * Code C of PS3.15 Table E.1-1 for text (E.3.5): what is clinical stays, what identifies goes. Of a sequence, the text of all
 * items is cleaned and the names in them go, but for the meanings of published codes; what else the items hold is treated by
 * the profile.
 */
public final class Clean implements ElementAction {
    /** Cleans as the profile tells; what is left without text becomes empty, or a dummy where the IOD demands a value. */
    public static final ElementAction DEFAULT = new Clean(null, Empty.INSTANCE);

    /** As {@link #DEFAULT}, but never leaves an element empty that had text. */
    public static final ElementAction NEVER_EMPTY = new Clean(null, Replace.INSTANCE);

    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "clean";
        }

        @Override
        public String description() {
            return "Rids text of what identifies and leaves what is clinical; what is left empty gets a dummy where the object's IOD"
                    + " demands a value.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter(
                            "words",
                            "Words that stay beside the clinical ones, divided by blanks or as a list.",
                            false),
                    new Parameter(
                            "unknown",
                            "What becomes of unknown words in small letters: " + UNKNOWN
                                    + "; by default keep_word_like.",
                            false));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            TextCleaner cleaner = TextCleaner.standard();
            List<String> words = parameters.texts("words", List.of());
            String unknown = parameters.text("unknown", null);
            if (words.isEmpty() && unknown == null) return DEFAULT;
            if (unknown != null) cleaner = cleaner.with(unknownWords(unknown, parameters));
            List<String> single = new ArrayList<>();
            for (String word : words) single.addAll(Arrays.asList(word.strip().split("\\s+")));
            return new Clean(cleaner.allowing(single), Empty.INSTANCE);
        }
    };

    private static final String UNKNOWN = "remove, keep_word_like, keep_lower_case";

    /** Null for the profile's. */
    private final TextCleaner own;

    private final ElementAction ifEmpty;

    private Clean(TextCleaner own, ElementAction ifEmpty) {
        this.own = own;
        this.ifEmpty = ifEmpty;
    }

    private static UnknownWords unknownWords(String name, Parameters parameters) {
        for (UnknownWords treatment : UnknownWords.values())
            if (treatment.name().toLowerCase(Locale.ROOT).equals(name)) return treatment;
        throw parameters.problem("\"unknown\" has to be one of " + UNKNOWN);
    }

    @Override
    public boolean supports(VR vr) {
        return vr.kind() == VR.Kind.TEXT && vr != VR.PN || vr == VR.SQ;
    }

    @Override
    public boolean needsIdentifiers() {
        return true;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        if (element.vr() == VR.SQ) {
            for (DataSet item : dataSet.items(element.tag())) cleanItem(item, context);
            return Effect.CHANGED;
        }
        List<String> cleaned = cleaned(element, context);
        if (cleaned == null) return Effect.KEPT;
        if (cleaned.stream().allMatch(String::isBlank)) return ifEmpty.apply(dataSet, element, context);
        element.set(cleaned);
        return Effect.CLEANED;
    }

    /** The cleaned values, each at its place, or null if there is nothing to clean. */
    private List<String> cleaned(Element element, Context context) {
        TextCleaner cleaner = own == null ? context.cleaner() : own;
        boolean changed = false;
        List<String> values = new ArrayList<>();
        for (String value : element.strings()) {
            Cleaned cleaned = cleaner.clean(value, context.identifiers());
            changed |= cleaned.changed();
            values.add(cleaned.text());
        }
        return changed ? values : null;
    }

    private void cleanItem(DataSet item, Context context) {
        boolean published = CodingSchemes.isPublished(item.string(Tags.CODING_SCHEME_DESIGNATOR));
        for (int tag : item.tags()) {
            Element element = new Element(item, tag);
            VR vr = element.vr();
            if (vr == VR.SQ) apply(item, element, context);
            else if (vr == VR.PN) item.setBytes(tag, vr, new byte[0]);
            else if (supports(vr) && !(published && isOfCode(tag))) cleanNested(item, element, context);
        }
    }

    /** The type that the IOD gives an element within items is unknown here, so what was told must go on being told. */
    private void cleanNested(DataSet item, Element element, Context context) {
        List<String> cleaned = cleaned(element, context);
        if (cleaned == null) return;
        if (cleaned.stream().allMatch(String::isBlank)) Replace.INSTANCE.apply(item, element, context);
        else element.set(cleaned);
    }

    private static boolean isOfCode(int tag) {
        return tag == Tags.CODE_MEANING || tag == Tags.CODE_VALUE || tag == Tags.CODING_SCHEME_DESIGNATOR;
    }
}
