// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueSyntax;
import org.dicomanonymizer.rule.ConfigurationException;

/** A search and replacement in each value of a text. */
final class Regexp implements ElementAction {
    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "regexp";
        }

        @Override
        public String description() {
            return "Replaces all that a regular expression finds in each value; what is not legal for the VR then refuses the object.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter("find", "The regular expression, in the syntax of Python or Java.", true),
                    new Parameter("replace", "The replacement, with \\1 or \\g<name> for groups.", true));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            String find = parameters.text("find");
            String replace = parameters.text("replace");
            try {
                return new Regexp(new PythonRegex(find, replace));
            } catch (ConfigurationException e) {
                throw e.at("action regexp");
            }
        }
    };

    private final PythonRegex regex;

    private Regexp(PythonRegex regex) {
        this.regex = regex;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        List<String> originals = element.strings();
        List<String> values = new ArrayList<>(originals.size());
        for (String original : originals) values.add(regex.replaceAll(original));
        if (values.equals(originals)) return Effect.KEPT;
        VR vr = element.vr();
        for (String value : values) check(element, vr, value, context);
        dataSet.setStrings(element.tag(), vr, values);
        return Effect.REPLACED;
    }

    /** A date that the calendar does not have passes with a warning: sites blank day and month that way. */
    private static void check(Element element, VR vr, String value, Context context) {
        String fault = ValueSyntax.fault(vr, value);
        if (fault != null)
            throw new RefusedException(element + ": the result of regexp is " + fault + "; correct the rule");
        if (vr == VR.DA && !CalendarDate.isReal(value))
            context.warn(element + ": the result of regexp is no date of the calendar");
    }

    @Override
    public boolean supports(VR vr) {
        return vr.isString();
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
