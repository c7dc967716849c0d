// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.util.Optional;

/**
 * Makes dates coarser. VR DA can't tell a year or a month alone, so its first day stands for it; VR DT can. Times of day are
 * lost: midnight stands for them. Results and failures otherwise as of {@link DateShift}.
 */
public enum Truncation {
    YEAR(Precision.YEAR),
    MONTH(Precision.MONTH);

    private final Precision precision;

    Truncation(Precision precision) {
        this.precision = precision;
    }

    /** A date of VR DA: {@code 20200615} becomes {@code 20200101}, or {@code 20200601}. */
    public Optional<String> date(String text) {
        return TemporalText.map(
                text,
                single -> Moment.parseDate(single)
                        .map(date -> date.truncated(precision).dateText()));
    }

    /** A date and time of VR DT: {@code 20200615101530} becomes {@code 2020}, or {@code 202006}. */
    public Optional<String> dateTime(String text) {
        return TemporalText.map(
                text,
                single -> Moment.parseDateTime(single)
                        .map(moment -> moment.truncated(precision).text()));
    }

    /** A time of VR TM: midnight. */
    public Optional<String> time(String text) {
        return TemporalText.map(text, single -> TimeOfDay.parse(single).map(time -> "000000"));
    }

    /**
     * A birth date of VR DA. That of a patient of {@value Ages#OLDEST} or more is the first day of the year that lies {@value
     * Ages#OLDEST} years before the reference, so that all of them look alike.
     *
     * @param reference a date of VR DA at which the age counts, such as Study Date (0008,0020)
     * @return nothing also if the reference is no date, since the age is unknown then
     */
    public Optional<String> birthDate(String text, String reference) {
        String value = TemporalText.strip(text);
        if (value.isEmpty()) return Optional.of("");
        Optional<Moment> birth = Moment.parseDate(value);
        Optional<Moment> at = Moment.parseDate(TemporalText.strip(reference));
        if (birth.isEmpty() || at.isEmpty()) return Optional.empty();
        return Ages.isOldest(birth.get(), at.get())
                ? Optional.of(String.format("%04d0101", at.get().date().getYear() - Ages.OLDEST))
                : date(value);
    }
}
