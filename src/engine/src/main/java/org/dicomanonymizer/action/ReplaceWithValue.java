// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueSyntax;

/** A value that the site names. */
final class ReplaceWithValue implements ElementAction {
    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "replace_with_value";
        }

        @Override
        public String description() {
            return "Replaces the value by the given one, or by the given list of values; an absent element is not added.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("value", "The new value, numbers in decimal; a list for several.", true));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            return new ReplaceWithValue(parameters.texts("value"));
        }
    };

    private final GivenValues values;

    private ReplaceWithValue(List<String> values) {
        this.values = new GivenValues(values);
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        VR vr = element.vr();
        String fault = values.fault(vr);
        if (fault != null)
            throw new RefusedException(element + ": the value of the rule is " + fault + "; " + ValueSyntax.remedy(vr));
        dataSet.setStrings(element.tag(), vr, values.of(vr));
        return Effect.REPLACED;
    }

    @Override
    public String fault(VR vr) {
        String fault = values.fault(vr);
        return fault == null ? null : "the value is " + fault + "; " + ValueSyntax.remedy(vr);
    }

    @Override
    public boolean supports(VR vr) {
        return vr.isString() || vr.kind() == VR.Kind.NUMBER;
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
