// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.util.Objects;
import java.util.Optional;

/**
 * How a profile treats dates: the key {@code dates} of a profile.
 *
 * @param shift     by how many days the Retain Longitudinal Modified Dates option and the action {@code shift_date} move dates
 * @param times     whether they move times of day as well
 * @param reference the events from which days are counted, if they are
 */
public record DateSettings(ShiftRange shift, TimesMode times, Optional<ReferenceDates> reference) {
    /** 30 to 400 days into the past, times of day kept, no days counted. */
    public static final DateSettings DEFAULT = new DateSettings(ShiftRange.DEFAULT, TimesMode.KEEP, Optional.empty());

    public DateSettings {
        Objects.requireNonNull(reference, "reference");
        if (times == TimesMode.SHIFT && shift.minDays() == shift.maxDays())
            throw new IllegalArgumentException(
                    "one number of days leaves no room for times of day; give a range of days, or keep the times");
    }

    /** The shift of a patient. */
    public DateShift shiftOf(ShiftRange.Keyed patient) {
        return shift.shift(times, patient);
    }
}
