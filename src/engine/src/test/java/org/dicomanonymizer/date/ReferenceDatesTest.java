// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.dicomanonymizer.date.ReferenceDates.Missing;
import org.junit.jupiter.api.Test;

class ReferenceDatesTest {
    private static final ReferenceDates DATES =
            ReferenceDates.of(Map.of("P1", "20200101", "P2", "2020-02-28"), ReferenceDates.BASELINE, Missing.REFUSE);

    @Test
    void countsTheDays() {
        assertThat(DATES.daysTo("P1", "20200615")).hasValue(166);
        assertThat(DATES.daysTo(" P1 ", "20200101")).hasValue(0);
        assertThat(DATES.daysTo("P2", "20200301")).hasValue(2);
        assertThat(DATES.daysTo("P2", "20200227")).hasValue(-1);
    }

    @Test
    void knowsNoDaysOfOthers() {
        assertThat(DATES.daysTo("P3", "20200615")).isEmpty();
        assertThat(DATES.daysTo("P1", "")).isEmpty();
        assertThat(DATES.daysTo("P1", "June")).isEmpty();
    }

    @Test
    void refusesTablesWithoutQuotingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceDates.of(Map.of("P1", "last year"), "BASELINE", Missing.OMIT))
                .withMessage("entry 1 has no date of the form YYYYMMDD or YYYY-MM-DD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReferenceDates.of(Map.of(), "First visit", Missing.OMIT))
                .withMessageContaining("ENROLLMENT");
    }

    @Test
    void tellsNoPatient() {
        assertThat(DATES).hasToString("reference dates of 2 patients");
    }
}
