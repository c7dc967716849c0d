// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.dicomanonymizer.action.ByType;
import org.dicomanonymizer.action.Delete;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.action.Hash;
import org.dicomanonymizer.action.KeepLegal;
import org.dicomanonymizer.action.PruneItems;
import org.dicomanonymizer.action.Replace;
import org.dicomanonymizer.action.ReplaceUid;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.CodingSchemes;
import org.dicomanonymizer.standard.ContentRow;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.StructuredContentTable;

/**
 * The Clean Structured Content Option (PS3.15 E.3.4): what a content item's name makes of its value, by Table E.3.4-1, which
 * wins over the rows that Table E.1-1 has for the attributes of values. Where both say the same, for dates, times and names of
 * persons, this leaves it to Table E.1-1. Of what neither lists, codes, numbers, coordinates and references stay, and text is
 * cleaned if Clean Descriptors is taken as well, else replaced.
 */
final class ContentRules {
    private static final int RELATIONSHIP_TYPE = 0x0040A010;
    private static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
    private static final int ACQUISITION_CONTEXT_SEQUENCE = 0x00400555;
    private static final int SPECIMEN_PREPARATION_SEQUENCE = 0x00400610;
    private static final int SPECIMEN_PREPARATION_STEP_CONTENT_ITEM_SEQUENCE = 0x00400612;
    private static final int WAVEFORM_ANNOTATION_SEQUENCE = 0x0040B020;
    private static final int PROTOCOL_CONTEXT_SEQUENCE = 0x00400440;
    private static final int CONTENT_ITEM_MODIFIER_SEQUENCE = 0x00400441;

    private static final String OPTION = ProfileOption.CLEAN_STRUCTURED_CONTENT.text();

    private final Set<ProfileOption> options;
    private final ElementAction cleaner;
    private final Map<ContentRow, Treatment> byRow = new IdentityHashMap<>();
    private final Treatment unlistedText;
    private final Treatment localMeaning;
    /** A dummy number has one form only. */
    private final Treatment otherForms = new Treatment(Delete.INSTANCE, "E.3.4-1: another form of the number");

    private final Treatment steps = new Treatment(PruneItems.NONE, OPTION);
    private final Treatment tree = pruning(Replace.INSTANCE);
    private final Treatment branch = pruning(Delete.INSTANCE);
    private final Treatment context = pruning(ByType.of(ActionCode.X_Z));
    private final Treatment annotations = pruning(ByType.of(ActionCode.X_D));

    /**
     * @param options all options that are taken
     * @param cleaner what cleans text without ever leaving it empty; a dummy where no option cleans text
     */
    ContentRules(Set<ProfileOption> options, ElementAction cleaner) {
        this.options = options;
        this.cleaner = cleaner;
        for (ContentRow row : StructuredContentTable.standard().rows()) byRow.put(row, treatment(row));
        unlistedText = new Treatment(cleaner, OPTION + ": text that the table does not list");
        localMeaning = new Treatment(cleaner, OPTION + ": meaning of a local code");
    }

    private Treatment pruning(ElementAction ifNothingIsLeft) {
        return new Treatment(new PruneItems(this::goes, ifNothingIsLeft), OPTION);
    }

    private Treatment treatment(ContentRow row) {
        ActionCode code = row.code(options);
        ElementAction action = switch (code) {
            case K -> new KeepLegal(dummy(row));
            case C -> cleaner;
            default -> dummy(row);
        };
        return new Treatment(action, "E.3.4-1 " + code.code());
    }

    /** Identifiers become codes, so that fetuses, specimens and parts of an implant can still be told apart. */
    private static ElementAction dummy(ContentRow row) {
        if (row.valueType().equals("UIDREF")) return ReplaceUid.INSTANCE;
        boolean identifier = row.valueType().equals("TEXT")
                && row.basic() != ActionCode.X
                && !row.options().containsKey(ProfileOption.CLEAN_DESCRIPTORS);
        return identifier ? Hash.DEFAULT : Replace.INSTANCE;
    }

    /** What is done to an element of a content item, or to a list of such items; null if this option has no say in it. */
    Treatment find(DataSet set, int tag) {
        return switch (tag) {
            case Tags.CONTENT_SEQUENCE -> set.parent() == null ? tree : branch;
            case ACQUISITION_CONTEXT_SEQUENCE -> context;
            case WAVEFORM_ANNOTATION_SEQUENCE -> annotations;
            case SPECIMEN_PREPARATION_SEQUENCE -> steps;
            case SPECIMEN_PREPARATION_STEP_CONTENT_ITEM_SEQUENCE -> tree;
            case PROTOCOL_CONTEXT_SEQUENCE, CONTENT_ITEM_MODIFIER_SEQUENCE -> branch;
            case Tags.TEXT_VALUE -> ContentItems.isOne(set) ? ofRow(set, "TEXT", unlistedText) : null;
            case UNFORMATTED_TEXT_VALUE ->
                set.contains(Tags.CONCEPT_NAME_CODE_SEQUENCE) ? ofRow(set, "TEXT", unlistedText) : null;
            case Tags.UID -> ofRow(set, "UIDREF", null);
            case Tags.CONCEPT_CODE_SEQUENCE -> unlessKept(set, "CODE");
            case Tags.NUMERIC_VALUE -> unlessKept(ContentItems.around(set), "NUM");
            case Tags.FLOATING_POINT_VALUE, Tags.RATIONAL_NUMERATOR_VALUE, Tags.RATIONAL_DENOMINATOR_VALUE ->
                unlessKept(ContentItems.around(set), "NUM") == null ? null : otherForms;
            case Tags.CODE_MEANING -> isOfLocalCode(set) ? localMeaning : null;
            default -> null;
        };
    }

    private Treatment ofRow(DataSet item, String valueType, Treatment unlisted) {
        ContentRow row = item == null ? null : ContentItems.row(item, valueType);
        return row == null ? unlisted : byRow.get(row);
    }

    /** What is kept is left to the rules for what no table lists. */
    private Treatment unlessKept(DataSet item, String valueType) {
        ContentRow row = item == null ? null : ContentItems.row(item, valueType);
        return row == null || row.code(options) == ActionCode.K ? null : byRow.get(row);
    }

    /** Whether the option takes an item out. Coordinates without what they were drawn in would be none. */
    private boolean goes(DataSet item) {
        ContentRow row = ContentItems.row(item, ContentItems.valueType(item));
        return row != null
                && row.code(options) == ActionCode.X
                && !"SELECTED FROM".equals(item.string(RELATIONSHIP_TYPE));
    }

    /** Whether a data set is a local code that is the name, value, unit or modifier of a content item. */
    private static boolean isOfLocalCode(DataSet code) {
        DataSet holder = code.parent();
        if (holder == null || CodingSchemes.isPublished(code.string(Tags.CODING_SCHEME_DESIGNATOR))) return false;
        if (holder.parent() == null)
            return ContentItems.isOne(holder)
                    && holder.items(Tags.CONCEPT_NAME_CODE_SEQUENCE).contains(code);
        return ContentItems.isOne(holder) || holder.parent().parent() != null && ContentItems.isOne(holder.parent());
    }
}
