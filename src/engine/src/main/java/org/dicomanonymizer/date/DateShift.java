// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.util.Optional;

/**
 * A move through time, the same for all dates and times of a patient, so that the intervals between them stay.
 *
 * <p>Each value moves by the shift rounded to its own precision: a day by whole days, a month by whole months. Between values
 * of one precision the interval so stays exactly what it was, between others it changes by less than one unit of the coarser
 * one. A year alone may therefore stay the same under a shift of less than half a year.
 *
 * <p>Results are in the form that PS3.5 section 6.2 wants today, without padding, in the precision of the original. Text that
 * is no date or time of its VR, or would leave the years 1000 to 2999, gives no result. Empty text stays empty.
 */
public final class DateShift {
    private static final int PTP_BYTES = 10;
    private static final int NTP_BYTES = 8;
    private static final int MAX_NANOSECOND = 999_999_999;

    /** The end of the year 2999 in seconds since 1970. */
    private static final long LAST_SECOND = 32_503_680_000L - 1;

    private final long seconds;

    private DateShift(long seconds) {
        this.seconds = seconds;
    }

    /** A shift by whole days, which leaves times of day as they are; negative into the past. */
    public static DateShift ofDays(long days) {
        return new DateShift(days * TimeOfDay.PER_DAY);
    }

    /** A shift by seconds, which moves times of day as well. */
    public static DateShift ofSeconds(long seconds) {
        return new DateShift(seconds);
    }

    /** A date of VR DA of which no time of day is known. */
    public Optional<String> date(String text) {
        return TemporalText.map(
                text,
                single -> Moment.parseDate(single)
                        .flatMap(date -> date.plus(seconds))
                        .map(Moment::dateText));
    }

    /**
     * A date of VR DA together with its time, so that both pass midnight at once.
     *
     * @param timeText the time as it was before the shift; if it is none, the date moves alone
     */
    public Optional<String> date(String text, String timeText) {
        Optional<TimeOfDay> time = TimeOfDay.parse(TemporalText.strip(timeText));
        Optional<Moment> moment = Moment.parseDate(TemporalText.strip(text));
        if (time.isEmpty() || moment.isEmpty()) return date(text);
        return moment.flatMap(date -> date.at(time.get()).plus(seconds)).map(Moment::dateText);
    }

    /** A time of VR TM; what passes midnight goes on at the other end of the day. A shift by whole days leaves it alone. */
    public Optional<String> time(String text) {
        if (seconds % TimeOfDay.PER_DAY == 0) {
            return TemporalText.isTime(text) ? Optional.of(TemporalText.strip(text)) : Optional.empty();
        }
        return TemporalText.map(
                text,
                single -> TimeOfDay.parse(single).map(time -> moved(time, 1).text()));
    }

    /** The time that {@link #time} has moved to this one. */
    public Optional<String> timeBefore(String moved) {
        return TemporalText.map(
                moved,
                single -> TimeOfDay.parse(single).map(time -> moved(time, -1).text()));
    }

    private TimeOfDay moved(TimeOfDay time, int direction) {
        return time.at(time.secondOfDay() + direction * time.precision().rounded(seconds));
    }

    /** A date and time of VR DT; its offset from UTC and the fraction of its second stay. */
    public Optional<String> dateTime(String text) {
        return TemporalText.map(
                text,
                single -> Moment.parseDateTime(single)
                        .flatMap(moment -> moment.plus(seconds))
                        .map(Moment::text));
    }

    /**
     * A time stamp of Frame Origin Timestamp (0034,0007): 10 bytes of IEEE 1588, a 48-bit number of seconds since 1970 and a
     * 32-bit number of nanoseconds (PS3.3 section C.7.6.27.1.1), or 8 bytes of NTP, 32 bits of seconds since 1900 and 32
     * bits of a fraction (RFC 5905); in network byte order.
     *
     * @return nothing if it is of another length, or no possible time
     */
    public Optional<byte[]> timestamp(byte[] stamp) {
        if (stamp.length == PTP_BYTES) {
            boolean legal = Integer.compareUnsigned((int) number(stamp, 6, 4), MAX_NANOSECOND) <= 0;
            return legal ? timestamp(stamp, 6, LAST_SECOND) : Optional.empty();
        }
        return stamp.length == NTP_BYTES ? timestamp(stamp, 4, 0xFFFFFFFFL) : Optional.empty();
    }

    private Optional<byte[]> timestamp(byte[] stamp, int secondBytes, long last) {
        long original = number(stamp, 0, secondBytes);
        long moved = original + seconds;
        if (original > last || moved < 0 || moved > last) return Optional.empty();
        byte[] result = stamp.clone();
        for (int i = secondBytes - 1; i >= 0; i--, moved >>>= 8) result[i] = (byte) moved;
        return Optional.of(result);
    }

    private static long number(byte[] bytes, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) number = number << 8 | bytes[i] & 0xFF;
        return number;
    }

    /** Says nothing: who knows a patient's shift knows the dates. */
    @Override
    public String toString() {
        return "date shift";
    }
}
