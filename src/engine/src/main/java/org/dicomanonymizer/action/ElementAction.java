// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;

/** What is done to an element that a rule selects. Immutable, and used by many threads at once. */
public interface ElementAction {

    /**
     * Treats an element that is present.
     *
     * @return what was done
     * @throws RefusedException if the element can't be treated; the whole object is refused then
     */
    Effect apply(DataSet dataSet, Element element, Context context);

    /** This action, made ready for one attribute with its usual VR: what is the same for each element is worked out once. */
    default ElementAction preparedFor(int tag, VR usual) {
        return this;
    }

    /** Whether the action can treat values of this representation; a rule that can't is refused when it is loaded. */
    default boolean supports(VR vr) {
        return true;
    }

    /**
     * Why what the action writes is not legal for values of this representation, as far as that is known beforehand; null if
     * it is. A rule that selects an attribute whose values may not be so is refused when it is loaded.
     */
    default String fault(VR vr) {
        return null;
    }

    /** Whether what is written depends on the value, as out of a table: what is not legal for one VR is meant for another then. */
    default boolean dependsOnValue() {
        return false;
    }

    /**
     * Whether the action asks for {@link Context#identifiers}; these are gathered from the original before anything is
     * changed, and only where some action of the profile needs them.
     */
    default boolean needsIdentifiers() {
        return false;
    }

    /**
     * Whether the action may change other elements of the data set than the one it treats: then these are judged by what they
     * have become.
     */
    default boolean touchesOthers() {
        return false;
    }

    /**
     * Whether what becomes of a UID that every object has to have depends on nothing but that UID, so that it can be told
     * before the object is there.
     */
    default boolean foretellsUids() {
        return false;
    }

    /** A function of the caller's own, for use without a class. */
    @FunctionalInterface
    interface Custom {
        /** Treats an element that is present; any exception refuses the whole object. */
        void apply(DataSet dataSet, Element element, Context context);
    }

    /** An action that calls a function. */
    static ElementAction of(Custom function) {
        return new ElementAction() {
            @Override
            public Effect apply(DataSet dataSet, Element element, Context context) {
                function.apply(dataSet, element, context);
                return dataSet.contains(element.tag()) ? Effect.CHANGED : Effect.REMOVED;
            }

            @Override
            public boolean touchesOthers() {
                return true;
            }
        };
    }
}
