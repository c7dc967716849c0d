// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueSyntax;
import org.dicomanonymizer.rule.ConfigurationException;

/** Each value by a table of the site: Patient ID to the patient's ID in a study. */
final class Lookup implements ElementAction {
    private static final String REFUSE = "refuse";

    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "lookup";
        }

        @Override
        public String description() {
            return "Replaces each value by the one that a table has for it, compared exactly but for blanks around it;"
                    + " a value that the table lacks refuses the object unless the rule says otherwise, what is empty stays so.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    Parameter.file(
                            "table", "The file: lines of values in UTF-8, columns divided by commas, or tabs in .tsv."),
                    new Parameter(
                            "from",
                            "The column of the originals: its name in the first line, or its number from 1 if there is no such"
                                    + " line; by default the first of two columns without names.",
                            false),
                    new Parameter(
                            "to", "The column of what takes their place, likewise; by default the second.", false),
                    new Parameter(
                            "delimiter",
                            "What divides the columns: one character, or \"tab\"; by default as above.",
                            false),
                    new Parameter(
                            "missing",
                            "What becomes of a value that the table lacks: \"refuse\", which is the default, \"keep\", or"
                                    + " another action without parameters, such as pseudonym, for the whole element.",
                            false));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            ElementAction missing = missing(parameters, parameters.text("missing", REFUSE));
            return new Lookup(parameters.table("table", "from", "to", "delimiter"), missing);
        }
    };

    private final LookupTable table;

    /** What is done where the table lacks a value; null to refuse the object. */
    private final ElementAction missing;

    private Lookup(LookupTable table, ElementAction missing) {
        this.table = table;
        this.missing = missing;
    }

    private static ElementAction missing(Parameters parameters, String name) {
        if (name.equals(REFUSE)) return null;
        try {
            ElementAction action = Actions.create(name, List.of());
            if (!(action instanceof Encrypt)) return action;
        } catch (ConfigurationException e) {
            // told below, together with the one action that can't stand here
        }
        throw parameters.problem("\"missing\" has to be " + REFUSE + ", keep, or another action without parameters");
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        if (element.isEmpty()) return Effect.KEPT;
        List<String> originals = element.strings();
        List<String> values = new ArrayList<>(originals.size());
        for (String original : originals) {
            LookupTable.Entry entry = original.isBlank() ? null : table.find(original);
            if (entry != null) values.add(legal(element, entry));
            else if (original.isBlank() || missing == Keep.INSTANCE) values.add(original);
            else return withoutEntry(dataSet, element, context);
        }
        if (originals.isEmpty()) return withoutEntry(dataSet, element, context);
        if (values.equals(originals)) return Effect.KEPT;
        try {
            element.set(values);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    element + ": a value of " + table + " does not fit VR " + element.vr() + "; correct the table");
        }
        return Effect.REPLACED;
    }

    private String legal(Element element, LookupTable.Entry entry) {
        String fault = ValueSyntax.fault(element.vr(), entry.value());
        if (fault == null) return entry.value();
        throw new RefusedException(
                element + ": the value in " + entry + " of " + table + " is " + fault + "; correct the table");
    }

    private Effect withoutEntry(DataSet dataSet, Element element, Context context) {
        if (missing != null) return missing.apply(dataSet, element, context);
        throw new RefusedException(
                element + ": " + table
                        + " has no entry for a value; complete the table, or let the rule say what becomes of it by \"missing\"");
    }

    @Override
    public boolean supports(VR vr) {
        return (vr.isString() || vr.kind() == VR.Kind.NUMBER) && (missing == null || missing.supports(vr));
    }

    @Override
    public boolean dependsOnValue() {
        return true;
    }

    @Override
    public String fault(VR vr) {
        return table.fault(vr);
    }

    @Override
    public boolean needsIdentifiers() {
        return missing != null && missing.needsIdentifiers();
    }
}
