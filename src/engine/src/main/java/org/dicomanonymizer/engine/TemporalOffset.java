// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.date.ReferenceDates;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;

/**
 * The days from an event of the patient to an object, told instead of its dates (PS3.15 E.3.6, PS3.3 section C.7.2.3): counted
 * from the original before the object is treated, written afterwards.
 */
final class TemporalOffset {
    private final long days;
    private final String event;

    private TemporalOffset(long days, String event) {
        this.days = days;
        this.event = event;
    }

    /**
     * The offset of an object, from its untreated root.
     *
     * @return nothing if none is asked for, or the reference is missing and may be
     * @throws RefusedException if the reference is missing and may not be
     */
    static Optional<TemporalOffset> of(DataSet root, Optional<ReferenceDates> asked) {
        if (asked.isEmpty()) return Optional.empty();
        ReferenceDates reference = asked.get();
        String patientId = root.string(Tags.PATIENT_ID);
        OptionalLong days = reference.daysTo(patientId == null ? "" : patientId, ObjectDate.of(root));
        if (days.isPresent()) return Optional.of(new TemporalOffset(days.getAsLong(), reference.event()));
        if (reference.missing() == ReferenceDates.Missing.OMIT) return Optional.empty();
        throw new RefusedException(
                "no days from the event " + reference.event() + " can be counted: the table of reference dates"
                        + " lacks the patient (0010,0020), or the object a date (0008,0020); complete them, or let the offset be omitted");
    }

    /** Writes the offset. Clinical Trial Time Point ID (0012,0050) is Type 2 in the module that it makes present. */
    void set(DataSet root) {
        if (!root.contains(Tags.CLINICAL_TRIAL_TIME_POINT_ID))
            root.setStrings(Tags.CLINICAL_TRIAL_TIME_POINT_ID, VR.LO, List.of());
        root.setString(Tags.LONGITUDINAL_TEMPORAL_OFFSET_FROM_EVENT, VR.FD, Long.toString(days));
        root.setString(Tags.LONGITUDINAL_TEMPORAL_EVENT_TYPE, VR.CS, event);
    }
}
