// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What has to hold for every date, time and shift. */
class DateShiftPropertiesTest {
    private static final DateTimeFormatter DA = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter TM = DateTimeFormatter.ofPattern("HHmmss");
    private static final DateTimeFormatter DT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
    private static final DateTimeFormatter YM = DateTimeFormatter.ofPattern("uuuuMM");
    private static final long DAY = 86_400;

    @Provide
    Arbitrary<LocalDateTime> moments() {
        long first = LocalDate.of(1200, 1, 1).toEpochDay() * DAY;
        long last = LocalDate.of(2800, 1, 1).toEpochDay() * DAY;
        return Arbitraries.longs()
                .between(first, last)
                .map(second -> LocalDateTime.ofEpochSecond(second, 0, java.time.ZoneOffset.UTC));
    }

    @Property
    void intervalsBetweenDatesStay(
            @ForAll("moments") LocalDateTime a,
            @ForAll("moments") LocalDateTime b,
            @ForAll @IntRange(min = -36525, max = 36525) int days) {
        DateShift shift = DateShift.ofDays(days);
        LocalDate movedA = LocalDate.parse(shift.date(DA.format(a)).orElseThrow(), DA);
        LocalDate movedB = LocalDate.parse(shift.date(DA.format(b)).orElseThrow(), DA);
        assertThat(ChronoUnit.DAYS.between(movedA, movedB))
                .isEqualTo(ChronoUnit.DAYS.between(a.toLocalDate(), b.toLocalDate()));
        assertThat(ChronoUnit.DAYS.between(a.toLocalDate(), movedA)).isEqualTo(days);
    }

    @Property
    void dateAndTimeMoveAsOneWithTheDateTime(
            @ForAll("moments") LocalDateTime moment,
            @ForAll @LongRange(min = -400 * DAY, max = 400 * DAY) long seconds) {
        DateShift shift = DateShift.ofSeconds(seconds);
        String date = shift.date(DA.format(moment), TM.format(moment)).orElseThrow();
        String time = shift.time(TM.format(moment)).orElseThrow();
        assertThat(date + time)
                .isEqualTo(shift.dateTime(DT.format(moment)).orElseThrow())
                .isEqualTo(DT.format(moment.plusSeconds(seconds)));
    }

    @Property
    void timesWithoutDateKeepTheirDifferenceModuloADay(
            @ForAll @IntRange(min = 0, max = 86399) int a,
            @ForAll @IntRange(min = 0, max = 86399) int b,
            @ForAll @LongRange(min = -400 * DAY, max = 400 * DAY) long seconds) {
        DateShift shift = DateShift.ofSeconds(seconds);
        long difference = second(shift.time(tm(b)).orElseThrow())
                - second(shift.time(tm(a)).orElseThrow());
        assertThat(Math.floorMod(difference, DAY)).isEqualTo(Math.floorMod((long) b - a, DAY));
    }

    @Property
    void monthsKeepTheirIntervalsAndTheirDistanceToDays(
            @ForAll("moments") LocalDateTime a,
            @ForAll("moments") LocalDateTime b,
            @ForAll @IntRange(min = -36525, max = 36525) int days) {
        DateShift shift = DateShift.ofDays(days);
        YearMonth movedA = YearMonth.parse(shift.dateTime(YM.format(a)).orElseThrow(), YM);
        YearMonth movedB = YearMonth.parse(shift.dateTime(YM.format(b)).orElseThrow(), YM);
        assertThat(ChronoUnit.MONTHS.between(movedA, movedB))
                .isEqualTo(ChronoUnit.MONTHS.between(YearMonth.from(a), YearMonth.from(b)));
        YearMonth exact = YearMonth.from(a.plusDays(days));
        assertThat(ChronoUnit.MONTHS.between(exact, movedA)).isBetween(-1L, 1L);
    }

    @Property
    void aTimeMovedAndTakenBackIsTheSame(
            @ForAll @IntRange(min = 0, max = 86399) int time,
            @ForAll @LongRange(min = -400 * DAY, max = 400 * DAY) long seconds) {
        DateShift shift = DateShift.ofSeconds(seconds);
        assertThat(shift.time(tm(time)).flatMap(shift::timeBefore)).contains(tm(time));
    }

    @Property
    void everyPatientsShiftIsWithinTheRangeAndNeverNone(
            @ForAll @IntRange(min = -500, max = 500) int one,
            @ForAll @IntRange(min = -500, max = 500) int other,
            @ForAll long seed) {
        if (one == 0 && other == 0) return;
        ShiftRange range = new ShiftRange(Math.min(one, other), Math.max(one, other));
        ShiftRange.Keyed keyed = (purpose, min, max) -> min + Math.floorMod(seed, max - min + 1);
        LocalDate original = LocalDate.of(2020, 6, 15);
        for (TimesMode mode : TimesMode.values()) {
            DateShift shift = range.shift(mode, keyed);
            for (String time : new String[] {"000000", "120000", "235959"}) {
                LocalDate moved = LocalDate.parse(shift.date("20200615", time).orElseThrow(), DA);
                assertThat(moved).isNotEqualTo(original);
                assertThat(ChronoUnit.DAYS.between(original, moved))
                        .isBetween((long) range.minDays(), (long) range.maxDays());
            }
            LocalDate alone = LocalDate.parse(shift.date("20200615").orElseThrow(), DA);
            assertThat(alone).isNotEqualTo(original);
            assertThat(ChronoUnit.DAYS.between(original, alone))
                    .isBetween((long) range.minDays(), (long) range.maxDays());
        }
    }

    @Property
    void noTextIsPassedThroughAndNoneFails(@ForAll String text) {
        DateShift shift = DateShift.ofSeconds(-100 * DAY - 5000);
        assertThat(shift.date(text).orElse("")).isNotEqualTo(text.isBlank() ? "?" : text);
        assertThat(shift.time(text).orElse("")).isNotEqualTo(text.isBlank() ? "?" : text);
        assertThat(Truncation.YEAR.date(text).orElse("")).matches("|\\d{4}0101(-(\\d{4}0101)?)?|-\\d{4}0101");
    }

    @Property
    void petDecayTimeStays(
            @ForAll @IntRange(min = 0, max = 86399) int injection,
            @ForAll @IntRange(min = 60, max = 7200) int uptake,
            @ForAll @LongRange(min = -400 * DAY, max = -30 * DAY) long seconds) {
        DateShift shift = DateShift.ofSeconds(seconds);
        String injected = shift.time(tm(injection)).orElseThrow();
        String acquired = shift.time(tm((int) ((injection + uptake) % DAY))).orElseThrow();
        double before = Math.pow(0.5, uptake / 6586.2);
        double after = Math.pow(0.5, Math.floorMod(second(acquired) - second(injected), DAY) / 6586.2);
        assertThat(after).isCloseTo(before, within(1e-12));
    }

    private static String tm(int second) {
        return String.format("%02d%02d%02d", second / 3600, second / 60 % 60, second % 60);
    }

    private static long second(String tm) {
        return Integer.parseInt(tm.substring(0, 2)) * 3600L
                + Integer.parseInt(tm.substring(2, 4)) * 60L
                + Integer.parseInt(tm.substring(4, 6));
    }
}
