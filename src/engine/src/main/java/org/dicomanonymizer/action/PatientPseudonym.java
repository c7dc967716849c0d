// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.PseudonymForm;
import org.dicomanonymizer.identity.Pseudonymizer;

/**
 * The keyed pseudonym of the patient whom the element's data set is about: every attribute that gets it shows the same, in all
 * objects of the patient.
 */
public final class PatientPseudonym implements ElementAction {
    /** In the form of the profile. */
    public static final ElementAction DEFAULT = new PatientPseudonym(null, 0);

    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "pseudonym";
        }

        @Override
        public String description() {
            return "Replaces the value by the patient's keyed pseudonym, the same in all objects of the patient.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter("prefix", "Text before the pseudonym; by default as in the profile.", false),
                    new Parameter(
                            "length",
                            "Letters of the pseudonym, " + PseudonymForm.MIN_LENGTH + " to "
                                    + Pseudonymizer.MAX_CODE_LENGTH + "; by default as in the profile.",
                            false));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            return new PatientPseudonym(
                    parameters.text("prefix", null),
                    parameters.number("length", PseudonymForm.MIN_LENGTH, Pseudonymizer.MAX_CODE_LENGTH, 0));
        }
    };

    private final String prefix;
    private final int length;

    /** Of what is null or 0, that of the profile counts. */
    private PatientPseudonym(String prefix, int length) {
        this.prefix = prefix;
        this.length = length;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        PseudonymForm form = context.pseudonymForm();
        String pseudonym = (prefix == null ? form.prefix() : prefix)
                + context.subject().pseudonym(context.pseudonymizer(), length == 0 ? form.length() : length);
        VR vr = element.vr();
        if (vr.maxLength() > 0 && pseudonym.length() > vr.maxLength())
            throw new RefusedException(element + ": prefix and pseudonym have " + pseudonym.length()
                    + " characters, VR " + vr + " takes " + vr.maxLength() + "; shorten them in the rule");
        dataSet.setString(element.tag(), vr, pseudonym);
        return Effect.PSEUDONYMIZED;
    }

    @Override
    public boolean supports(VR vr) {
        return vr.kind() == VR.Kind.TEXT || vr == VR.AE || vr == VR.CS;
    }
}
