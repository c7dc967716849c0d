// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * For each patient the day of an event, such as the first study, from which the days to an object's study are counted:
 * Longitudinal Temporal Offset from Event (0012,0052), as an alternative to dates that are kept or moved (PS3.15 E.3.6, PS3.3
 * section C.7.2.3). It comes from the site, so that the number does not depend on which objects are at hand. Immutable.
 */
public final class ReferenceDates {
    /** The first study of the patient that counts; PS3.3 also defines {@code ENROLLMENT}, and allows others. */
    public static final String BASELINE = "BASELINE";

    private static final Pattern CODE_STRING = Pattern.compile("[A-Z0-9_ ]{1,16}");

    /** What happens to an object of a patient whom the table does not know, or without a date of its own. */
    public enum Missing {
        /** The object is refused. */
        REFUSE,
        /** The object gets no offset. */
        OMIT
    }

    private final Map<String, LocalDate> byPatient;
    private final String event;
    private final Missing missing;
    private final String source;

    private ReferenceDates(Map<String, LocalDate> byPatient, String event, Missing missing, String source) {
        this.byPatient = byPatient;
        this.event = event;
        this.missing = missing;
        this.source = source;
    }

    /**
     * The reference dates of a table.
     *
     * @param dates   by Patient ID (0010,0020), {@code YYYYMMDD} or {@code YYYY-MM-DD}
     * @param event   Longitudinal Temporal Event Type (0012,0053): {@link #BASELINE}, {@code ENROLLMENT}, or another code string
     * @param missing what happens to objects without a reference
     * @throws IllegalArgumentException if a date or the event is none; the message quotes neither patients nor dates
     */
    public static ReferenceDates of(Map<String, String> dates, String event, Missing missing) {
        Objects.requireNonNull(missing, "missing");
        if (!CODE_STRING.matcher(event).matches())
            throw new IllegalArgumentException("the event has to be " + BASELINE
                    + ", ENROLLMENT or another text of at most 16 of A-Z, 0-9, _ and space");
        Map<String, LocalDate> byPatient = new HashMap<>();
        int entry = 0;
        for (Map.Entry<String, String> row : dates.entrySet()) {
            entry++;
            Optional<Moment> date = Moment.parseDate(row.getValue().strip());
            if (date.isEmpty())
                throw new IllegalArgumentException(
                        "entry " + entry + " has no date of the form YYYYMMDD or YYYY-MM-DD");
            byPatient.put(row.getKey().strip(), date.get().date());
        }
        return new ReferenceDates(Map.copyOf(byPatient), event, missing, "");
    }

    /** The same dates with the name of the file that they come from, so that a profile can be written that refers to it. */
    public ReferenceDates from(String file) {
        return new ReferenceDates(byPatient, event, missing, file);
    }

    /** The file that they come from; empty if code has made them. */
    public String source() {
        return source;
    }

    /** Longitudinal Temporal Event Type (0012,0053). */
    public String event() {
        return event;
    }

    public Missing missing() {
        return missing;
    }

    /** The days from the patient's reference to a date of VR DA; nothing if either is unknown. */
    public OptionalLong daysTo(String patientId, String date) {
        LocalDate reference = byPatient.get(patientId.strip());
        Optional<Moment> day = Moment.parseDate(TemporalText.strip(date));
        if (reference == null || day.isEmpty()) return OptionalLong.empty();
        return OptionalLong.of(ChronoUnit.DAYS.between(reference, day.get().date()));
    }

    /** The number of patients only. */
    @Override
    public String toString() {
        return "reference dates of " + byPatient.size() + " patients";
    }
}
