// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateShiftTest {
    private static final DateShift HUNDRED_DAYS_BACK = DateShift.ofDays(-100);
    private static final DateShift DAY_AND_TWO_HOURS_ON = DateShift.ofSeconds(26 * 3600);

    @ParameterizedTest
    @CsvSource({
        "20200615, 20200307",
        "20200409, 20191231",
        "2020.06.15, 20200307",
        "2020-06-15, 20200307",
        "2020/06/15, 20200307",
        "' 20200615 ', 20200307",
        "'20200615\0', 20200307",
        "'', ''",
        "'  ', ''",
        "20200615-20200715, 20200307-20200406",
        "20200615-, 20200307-",
        "-20200615, -20200307",
        "2020-06-15-2020-07-15, 20200307-20200406"
    })
    void movesDates(String before, String after) {
        assertThat(HUNDRED_DAYS_BACK.date(before)).contains(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "20200230",
                "20201301",
                "2020",
                "202006",
                "15062020",
                "20200615101530",
                "2020.06-15",
                "-",
                "--",
                "2020-",
                "-2020",
                "20200615-20200230",
                "00000000",
                "00010101",
                "99991231",
                "10000101",
                "２０２００６１５"
            })
    void givesNoResultForWhatIsNoDate(String text) {
        assertThat(HUNDRED_DAYS_BACK.date(text)).isEmpty();
        assertThat(HUNDRED_DAYS_BACK.date(text, "101500")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20200229, -366, 20190228",
        "20200301, -1, 20200229",
        "20210301, -1, 20210228",
        "20240229, 1461, 20280229"
    })
    void countsLeapDays(String before, int days, String after) {
        assertThat(DateShift.ofDays(days).date(before)).contains(after);
    }

    @ParameterizedTest
    @CsvSource({
        "20200615101530.123456+0200, 20200307101530.123456+0200",
        "20200615101530-0500, 20200307101530-0500",
        "20200615101530, 20200307101530",
        "202006151015, 202003071015",
        "2020061510, 2020030710",
        "20200615, 20200307",
        "20200615+0100, 20200307+0100",
        "202006, 202003",
        "2020, 2020",
        "20161231235960, 20160922235960",
        "20200615-20200715, 20200307-20200406",
        "2020061510-0500-2020061512-0500, 2020030710-0500-2020030712-0500",
        "-202006, -202003",
        "202006-, 202003-"
    })
    void movesDateTimesInTheirPrecision(String before, String after) {
        assertThat(HUNDRED_DAYS_BACK.dateTime(before)).contains(after);
    }

    @Test
    void movesYearsByWholeYears() {
        assertThat(DateShift.ofDays(-400).dateTime("2020")).contains("2019");
        assertThat(DateShift.ofDays(-800).dateTime("2020")).contains("2018");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now",
                "20200615241530",
                "20200615106030",
                "20200615101561",
                "20200615101530.",
                "20200615101530.1234567",
                "20200615101530+1500",
                "2020061510+1260",
                "2020061",
                "20200615 101530",
                "20200615T101530"
            })
    void givesNoResultForWhatIsNoDateTime(String text) {
        assertThat(HUNDRED_DAYS_BACK.dateTime(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"101530", "101530.5", "1015", "10", "10:15:30", "235960", "1000-1200", "-1200", ""})
    void leavesTimesAloneWhenItMovesWholeDays(String time) {
        assertThat(HUNDRED_DAYS_BACK.time(time)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({
        "101530, 121530",
        "101530.25, 121530.25",
        "233000, 013000",
        "2330, 0130",
        "23, 01",
        "23:30:00, 013000",
        "235960, 020000",
        "1000-1200, 1200-1400"
    })
    void movesTimesAroundMidnight(String before, String after) {
        assertThat(DAY_AND_TWO_HOURS_ON.time(before)).contains(after);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noon", "2400", "1060", "1", "101", "10:1530", "10:15:30:00", "1015.5"})
    void givesNoResultForWhatIsNoTime(String text) {
        assertThat(HUNDRED_DAYS_BACK.time(text)).isEmpty();
        assertThat(DAY_AND_TWO_HOURS_ON.time(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "20200615, 101530, 20200616",
        "20200615, 215959, 20200616",
        "20200615, 220000, 20200617",
        "20200615, 22, 20200617",
        "20200615, '', 20200616",
        "20200615, noon, 20200616",
        "20200615-20200715, 220000, 20200616-20200716"
    })
    void takesADateOverMidnightWithItsTime(String date, String time, String after) {
        assertThat(DAY_AND_TWO_HOURS_ON.date(date, time)).contains(after);
    }

    @Test
    void takesBackATimeThatItHasMoved() {
        for (String time : new String[] {"013000", "0130", "01", "101530.25"})
            assertThat(DAY_AND_TWO_HOURS_ON.time(time).flatMap(DAY_AND_TWO_HOURS_ON::timeBefore))
                    .contains(time);
    }

    @Test
    void movesTheSecondsOfAPtpTimeStamp() {
        byte[] stamp = HexFormat.of().parseHex("00005ee747a2" + "3b9ac9ff");
        byte[] dayEarlier = HexFormat.of().parseHex("00005ee5f622" + "3b9ac9ff");
        assertThat(DateShift.ofDays(-1).timestamp(stamp)).contains(dayEarlier);
    }

    @Test
    void movesTheSecondsOfAnNtpTimeStamp() {
        byte[] stamp = HexFormat.of().parseHex("e29245a280000000");
        byte[] dayEarlier = HexFormat.of().parseHex("e290f42280000000");
        assertThat(DateShift.ofDays(-1).timestamp(stamp)).contains(dayEarlier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00005ee747a23b9aca00",
                "a247e75e00000000ffff",
                "ffff5ee747a200000000",
                "000000000001" + "00000000",
                "0000000100000000"
            })
    void givesNoResultForBytesThatAreNoTimeStamp(String hex) {
        assertThat(HUNDRED_DAYS_BACK.timestamp(HexFormat.of().parseHex(hex))).isEmpty();
    }

    @Test
    void doesNotTellItself() {
        assertThat(HUNDRED_DAYS_BACK).hasToString("date shift");
    }
}
