// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;

/**
 * Marks elements whose originals the engine encrypts for the recipients before anything is changed (PS3.15 E.1.2), and does
 * what takes the original out of the clear.
 */
public final class Encrypt implements ElementAction {
    static final ActionFactory FACTORY = new ActionFactory() {
        @Override
        public String name() {
            return "encrypt";
        }

        @Override
        public String description() {
            return "Encrypts the original for the recipients, who can restore it, and does in the clear what the profile does"
                    + " without the rule; what the profile keeps gets the Basic Profile's treatment, or a dummy.";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter(
                    "then",
                    "The name of an action without parameters, for the clear instead of the profile's.",
                    false));
        }

        @Override
        public ElementAction create(Parameters parameters) {
            String then = parameters.text("then", null);
            if (then == null) return new Encrypt(null);
            ElementAction action = Actions.create(then, List.of());
            if (action == Keep.INSTANCE || action instanceof Encrypt)
                throw parameters.problem("has to change what stays in the clear; \"then\" can't be " + then);
            return new Encrypt(action);
        }
    };

    private final ElementAction then;

    /** What is tried in turn until the original is out of the clear. */
    private final List<ElementAction> attempts;

    private Encrypt(ElementAction then) {
        this(then, then == null ? List.of() : List.of(then));
    }

    private Encrypt(ElementAction then, List<ElementAction> attempts) {
        this.then = then;
        this.attempts = attempts;
    }

    /**
     * This action for an element that would get another treatment without it.
     *
     * @param profile by the profile
     * @param basic   by the Basic Profile, in case that the profile keeps the original
     */
    public Encrypt insteadOf(ElementAction profile, ElementAction basic) {
        return then == null ? new Encrypt(null, List.of(profile, basic)) : this;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        for (ElementAction attempt : attempts) {
            Effect effect = attempt.apply(dataSet, element, context);
            if (effect != Effect.KEPT || element.isEmpty()) return effect;
        }
        return Replace.INSTANCE.apply(dataSet, element, context);
    }

    @Override
    public boolean supports(VR vr) {
        return then == null || then.supports(vr);
    }

    @Override
    public boolean foretellsUids() {
        return attempts.stream().allMatch(ElementAction::foretellsUids);
    }
}
