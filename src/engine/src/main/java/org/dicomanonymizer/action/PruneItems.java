// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.List;
import java.util.function.Predicate;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;

/**
 * Takes some content items out of a sequence, each with all that it contains, and leaves the others to be treated one by one.
 * Where content items refer to each other by position all stay, so that such references stay true; their values are replaced
 * then instead.
 */
public final class PruneItems implements ElementAction {
    /** Takes none out: for sequences whose items are all worth keeping once they have been treated. */
    public static final ElementAction NONE = new PruneItems(item -> false, Delete.INSTANCE);

    private final Predicate<DataSet> condemned;
    private final ElementAction ifNothingIsLeft;

    /**
     * @param condemned       which items go
     * @param ifNothingIsLeft what is done instead where all items would go
     */
    public PruneItems(Predicate<DataSet> condemned, ElementAction ifNothingIsLeft) {
        this.condemned = condemned;
        this.ifNothingIsLeft = ifNothingIsLeft;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        int tag = element.tag();
        List<DataSet> items = dataSet.items(tag);
        long count = items.stream().filter(condemned).count();
        if (count == 0 || context.refersByPosition()) return Effect.KEPT;
        if (count == items.size()) return ifNothingIsLeft.apply(dataSet, element, context);
        dataSet.removeItemsIf(tag, condemned);
        return Effect.PRUNED;
    }

    /** What is no sequence has no items that could be treated one by one. */
    @Override
    public boolean supports(VR vr) {
        return vr == VR.SQ;
    }
}
