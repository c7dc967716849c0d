// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.Locale;

/** What an identifier is, for reports: they tell the kind and never the value. */
public enum Kind {
    /** A name of the patient, or of the patient's mother. */
    PATIENT_NAME,
    /** The name of anyone else: physicians, operators, observers, responsible persons. */
    PERSON_NAME,
    /** A number or code given to the patient, a visit, an order, a study or a specimen. */
    IDENTIFIER,
    /** The patient's date of birth, in any writing. */
    BIRTH_DATE,
    /** An address of a person or an institution. */
    ADDRESS,
    /** A telephone number, or another address of telecommunication. */
    PHONE,
    /** An institution, department or place of stay. */
    INSTITUTION,
    /** The name or number of a device or station. */
    DEVICE;

    boolean isName() {
        return this == PATIENT_NAME || this == PERSON_NAME;
    }

    /** As reports write it: lower case, with a blank. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
