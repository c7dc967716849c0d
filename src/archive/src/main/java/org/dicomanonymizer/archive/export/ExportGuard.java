// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.Objects;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.archive.export.send.DeidentifiedObject;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;

/**
 * Keeps originals and de-identified copies in one archive apart: no copy is made of a copy, which ends any loop of export
 * rules, and no copy may join the patient, the study or the object that it was made of.
 */
final class ExportGuard {
    private static final String YES = "YES";

    private final String patientId;
    private final String issuer;
    private final String study;
    private final String instance;

    private ExportGuard(DataSet original) {
        patientId = original.string(Tags.PATIENT_ID);
        issuer = original.string(Tags.ISSUER_OF_PATIENT_ID);
        study = original.string(Tags.STUDY_INSTANCE_UID);
        instance = original.string(Tags.SOP_INSTANCE_UID);
    }

    /**
     * Notes what an object is before it is de-identified.
     *
     * @throws RefusedException if it has been de-identified already
     */
    static ExportGuard of(DataSet original) {
        if (YES.equals(original.string(Tags.PATIENT_IDENTITY_REMOVED)))
            throw new RefusedException(
                    "it has been de-identified already, and storing it again in this archive could go on"
                            + " for ever");
        return new ExportGuard(original);
    }

    /**
     * Looks at what has become of it.
     *
     * @throws RefusedException if the archive would take it for the original, or would export it again
     */
    void check(DeidentifiedObject object) {
        if (!YES.equals(object.string(Tags.PATIENT_IDENTITY_REMOVED)))
            throw new RefusedException(
                    "the profile does not set Patient Identity Removed to YES, by which this archive tells"
                            + " copies from originals; use a profile that de-identifies");
        String newId = object.string(Tags.PATIENT_ID);
        if (newId == null || newId.isEmpty())
            throw new RefusedException(
                    "after de-identification it has no Patient ID, by which this archive tells patients"
                            + " apart; let the profile replace it");
        String newIssuer = object.string(Tags.ISSUER_OF_PATIENT_ID);
        if (newId.equals(patientId) && (newIssuer == null || Objects.equals(newIssuer, issuer)))
            throw new RefusedException(
                    "its Patient ID and issuer are unchanged, so that it would join the original patient;"
                            + " let the profile replace them");
        if (Objects.equals(study, object.string(Tags.STUDY_INSTANCE_UID))
                || Objects.equals(instance, object.string(Tags.SOP_INSTANCE_UID)))
            throw new RefusedException(
                    "its UIDs are unchanged, so that it would join the original study; let the profile"
                            + " replace them");
    }
}
