// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.Pseudonymizer;

/** A keyed code for each value: equal values stay equal and nothing else is told. */
public final class Hash implements ElementAction {
    private static final int DEFAULT_LENGTH = 16;

    /** With 16 letters, which fit every text VR. */
    public static final ElementAction DEFAULT = new Hash(DEFAULT_LENGTH);

    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "hash";
        }

        @Override
        public String description() {
            return "Replaces each value by a keyed code of letters, the same for the same value everywhere.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter(
                    "length",
                    "Letters of the code, 8 to " + Pseudonymizer.MAX_CODE_LENGTH + ", by default " + DEFAULT_LENGTH
                            + ".",
                    false));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            return new Hash(parameters.number("length", 8, Pseudonymizer.MAX_CODE_LENGTH, DEFAULT_LENGTH));
        }
    };

    private final int length;

    private Hash(int length) {
        this.length = length;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        VR vr = element.vr();
        if (vr.maxLength() > 0 && length > vr.maxLength())
            throw new RefusedException(element + ": a code of " + length + " letters does not fit VR " + vr
                    + ", which takes " + vr.maxLength() + "; shorten it in the rule");
        List<String> codes = element.strings().stream()
                .map(value -> value.isBlank() ? "" : context.pseudonymizer().code("value", length, value.strip()))
                .toList();
        dataSet.setStrings(element.tag(), vr, codes);
        return Effect.PSEUDONYMIZED;
    }

    @Override
    public boolean supports(VR vr) {
        return vr.kind() == VR.Kind.TEXT || vr == VR.AE || vr == VR.CS;
    }
}
