// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncationTest {

    @ParameterizedTest
    @CsvSource({
        "20200615, 20200101, 20200601",
        "2020.06.15, 20200101, 20200601",
        "20200615-20210615, 20200101-20210101, 20200601-20210601",
        "'', '', ''"
    })
    void cutsDates(String date, String toYear, String toMonth) {
        assertThat(Truncation.YEAR.date(date)).contains(toYear);
        assertThat(Truncation.MONTH.date(date)).contains(toMonth);
    }

    @ParameterizedTest
    @CsvSource({
        "20200615101530.5+0200, 2020, 202006",
        "202006, 2020, 202006",
        "2020, 2020, 2020",
        "2020+0200, 2020, 2020"
    })
    void cutsDateTimes(String dateTime, String toYear, String toMonth) {
        assertThat(Truncation.YEAR.dateTime(dateTime)).contains(toYear);
        assertThat(Truncation.MONTH.dateTime(dateTime)).contains(toMonth);
    }

    @Test
    void losesTimes() {
        assertThat(Truncation.YEAR.time("101530")).contains("000000");
        assertThat(Truncation.YEAR.time("noon")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "19501231, 20200615, 19500101",
        "19300616, 20200615, 19300101",
        "19300615, 20200615, 19300101",
        "19120301, 20200615, 19300101",
        "19290228, 20190228, 19290101",
        "'', 20200615, ''"
    })
    void makesThoseOf90AndMoreLookAlike(String birthDate, String studyDate, String after) {
        assertThat(Truncation.YEAR.birthDate(birthDate, studyDate)).contains(after);
    }

    @Test
    void tellsOfOldPeopleNoMonthEither() {
        assertThat(Truncation.MONTH.birthDate("19120301", "20200615")).contains("19300101");
        assertThat(Truncation.MONTH.birthDate("19500305", "20200615")).contains("19500301");
    }

    @Test
    void tellsNothingOfABirthDateWithoutReference() {
        assertThat(Truncation.YEAR.birthDate("19500305", "")).isEmpty();
        assertThat(Truncation.YEAR.birthDate("unknown", "20200615")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"089Y, 089Y", "090Y, 090Y", "091Y, 090Y", "107Y, 090Y", "999M, 999M", "003D, 003D", "'', ''"})
    void capsAges(String age, String after) {
        assertThat(Ages.capped(age)).contains(after);
    }

    @ParameterizedTest
    @CsvSource({"95, 95Y", "ninety, 0095Y"})
    void givesNoResultForWhatIsNoAge(String one, String other) {
        assertThat(Ages.capped(one)).isEmpty();
        assertThat(Ages.capped(other)).isEmpty();
    }
}
