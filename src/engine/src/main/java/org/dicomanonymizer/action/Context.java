// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import org.dicomanonymizer.date.DateSettings;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.identity.PseudonymForm;
import org.dicomanonymizer.identity.Pseudonymizer;
import org.dicomanonymizer.identity.Subject;
import org.dicomanonymizer.standard.AttributeType;
import org.dicomanonymizer.text.Identifiers;
import org.dicomanonymizer.text.TextCleaner;

/** What an action may know beyond its element: the object, its place in the object, and the identities in force. */
public interface Context {

    /** The root data set of the object; parts of it may have been treated already. */
    DataSet root();

    /** Whom the data set that holds the element is about. */
    Subject subject();

    /** The source of new UIDs and pseudonyms. */
    Pseudonymizer pseudonymizer();

    /** What the profile's pseudonyms of patients look like. */
    PseudonymForm pseudonymForm();

    /** How the profile treats dates. */
    DateSettings dates();

    /**
     * The day that the object is of, VR DA, as it was before anything was changed: Study Date (0008,0020), or where that is
     * unknown the date of the series, acquisition or content; empty if all are.
     */
    String objectDate();

    /**
     * The identifiers of patient, staff and institution that the original told.
     *
     * @throws IllegalStateException if the action does not tell by {@link ElementAction#needsIdentifiers} that it asks for them
     */
    Identifiers identifiers();

    /** How the profile cleans text. */
    TextCleaner cleaner();

    /** The type that the object's IOD gives the element at its place (PS3.5 section 7.4); 1C and 2C count as 1 and 2. */
    AttributeType type();

    /**
     * Whether content items of the object refer to others by their positions (Referenced Content Item Identifier
     * (0040,DB73), PS3.3 section C.17.3.2.5), so that taking one out would lead such references astray.
     */
    boolean refersByPosition();

    /** Tells something that the user should know about this object; it may hold no value of the data set. */
    void warn(String message);
}
