// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;

/**
 * Whom a data set is about, as the original tells it. Two patients are never taken for one: an ID counts together with
 * its issuer, and an object without any ID stands for its name and birth date, its study, or itself.
 */
public final class Subject {
    private static final String KIND = "patient";

    private final String id;
    private final String issuer;
    private final String[] identity;

    private Subject(String id, String issuer, String... identity) {
        this.id = id;
        this.issuer = issuer;
        this.identity = identity;
    }

    /** The subject of an object, read from its root before anything is changed. */
    public static Subject of(DataSet root) {
        String id = text(root, Tags.PATIENT_ID);
        String issuer = text(root, Tags.ISSUER_OF_PATIENT_ID);
        if (!id.isEmpty()) return new Subject(id, issuer, "id", id, issuer);
        String name = text(root, Tags.PATIENT_NAME);
        String birthDate = text(root, Tags.PATIENT_BIRTH_DATE);
        if (!name.isEmpty() && !birthDate.isEmpty()) return new Subject(id, issuer, "name", name, birthDate);
        String study = text(root, Tags.STUDY_INSTANCE_UID);
        if (!study.isEmpty()) return new Subject(id, issuer, "study", study);
        return new Subject(id, issuer, "instance", text(root, Tags.SOP_INSTANCE_UID));
    }

    /**
     * The subject of an item: its own where it tells a Patient ID, otherwise this one. An item that repeats this patient's
     * ID without an issuer means this patient.
     */
    public Subject within(DataSet item) {
        if (!item.contains(Tags.PATIENT_ID)) return this; // as in most items: no text needs to be made
        String itemId = text(item, Tags.PATIENT_ID);
        if (itemId.isEmpty()) return this;
        String itemIssuer = text(item, Tags.ISSUER_OF_PATIENT_ID);
        if (itemId.equals(id) && (itemIssuer.isEmpty() || itemIssuer.equals(issuer))) return this;
        return new Subject(itemId, itemIssuer, "id", itemId, itemIssuer);
    }

    /** The patient's pseudonym: the same for ID and name, so that both tell the same patient. */
    public String pseudonym(Pseudonymizer pseudonyms, int length) {
        return pseudonyms.code(KIND, length, identity);
    }

    /** A number that is this patient's own, between two bounds, both included. */
    public long number(Pseudonymizer pseudonyms, String purpose, long min, long max) {
        return pseudonyms.number(purpose, min, max, identity);
    }

    private static String text(DataSet set, int tag) {
        String value = set.string(tag);
        return value == null ? "" : value.strip();
    }

    /** Says nothing: a subject is an identity. */
    @Override
    public String toString() {
        return "subject";
    }
}
