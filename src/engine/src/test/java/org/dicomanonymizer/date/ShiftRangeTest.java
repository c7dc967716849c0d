// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftRangeTest {

    @ParameterizedTest
    @CsvSource({
        "-30..-400 days, -400, -30",
        "-400..-30, -400, -30",
        "' 10 .. 20 days ', 10, 20",
        "-15..+15 days, -15, 15",
        "-100 days, -100, -100",
        "1 day, 1, 1"
    })
    void readsRanges(String text, int min, int max) {
        ShiftRange range = ShiftRange.parse(text);
        assertThat(range).isEqualTo(new ShiftRange(min, max));
        assertThat(ShiftRange.parse(range.toString())).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "days",
                "30-400",
                "-30..-400 weeks",
                "1.5 days",
                "-30...-40",
                "1000000 days",
                "0",
                "0..0 days"
            })
    void refusesWhatIsNoRange(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShiftRange.parse(text))
                .withMessageContaining("days");
    }

    @Test
    void tellsTheFormThatItWants() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShiftRange.parse("a year"))
                .withMessage("\"a year\" is no range of days; write it like \"-30..-400 days\"");
    }

    @Test
    void reachesBothBounds() {
        ShiftRange range = new ShiftRange(-2, 1);
        assertThat(range.shift(TimesMode.KEEP, (purpose, min, max) -> min).date("20200615"))
                .contains("20200613");
        assertThat(range.shift(TimesMode.KEEP, (purpose, min, max) -> min + 1).date("20200615"))
                .contains("20200614");
        assertThat(range.shift(TimesMode.KEEP, (purpose, min, max) -> max).date("20200615"))
                .contains("20200616");
    }

    @Test
    void aFixedNumberOfDaysCannotShiftTimes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DateSettings(new ShiftRange(-7, -7), TimesMode.SHIFT, Optional.empty()))
                .withMessageContaining("range of days");
    }
}
