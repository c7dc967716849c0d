// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuredContentTableTest {
    private final StructuredContentTable table = StructuredContentTable.standard();

    @Test
    void isComplete() {
        assertThat(table.rows()).hasSize(214);
        assertThat(table.rows().stream().collect(groupingBy(ContentRow::basic, counting())))
                .isEqualTo(Map.of(ActionCode.X, 135L, ActionCode.D, 60L, ActionCode.X_D, 19L));
        assertThat(table.rows().stream().collect(groupingBy(ContentRow::valueType, counting())))
                .containsEntry("TEXT", 93L)
                .containsEntry("DATETIME", 31L)
                .containsEntry("COMPOSITE", 23L)
                .containsEntry("PNAME", 10L)
                .hasSize(12);
        assertThat(counts(ActionCode.K))
                .isEqualTo(Map.of(
                        ProfileOption.RETAIN_UIDS, 62L,
                        ProfileOption.RETAIN_DEVICE_IDENTITY, 14L,
                        ProfileOption.RETAIN_INSTITUTION_IDENTITY, 7L,
                        ProfileOption.RETAIN_PATIENT_CHARACTERISTICS, 2L,
                        ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES, 44L));
        assertThat(counts(ActionCode.C))
                .isEqualTo(Map.of(
                        ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES, 44L, ProfileOption.CLEAN_DESCRIPTORS, 45L));
    }

    private Map<ProfileOption, Long> counts(ActionCode code) {
        return table.rows().stream()
                .flatMap(row -> row.options().entrySet().stream())
                .filter(option -> option.getValue() == code)
                .collect(groupingBy(Map.Entry::getKey, counting()));
    }

    @Test
    void everyRowIsFoundByItsConceptAndValueType() {
        assertThat(table.rows())
                .allSatisfy(row -> assertThat(
                                table.row(row.concept().value(), row.concept().scheme(), row.valueType()))
                        .isSameAs(row));
    }

    @ParameterizedTest
    @CsvSource({
        "121022, DCM, TEXT, Accession Number",
        "121022, DCM, NUM, ",
        "121022, LN, TEXT, ",
        "76, NCDR [2.0b], PNAME, Catheterization Operator",
        "76, NCDR, PNAME, Catheterization Operator",
        "363698007, SCT, TEXT, Finding Site",
        "G-C0E3, SRT, TEXT, Finding Site",
        "G-C0E3, SNM3, TEXT, Finding Site",
        "G-C0E3, 99SDM, TEXT, Finding Site",
        "G-C0E3, SCT, TEXT, ",
    })
    void codesAreKnownByTheirOlderNames(String code, String scheme, String valueType, String meaning) {
        ContentRow row = table.row(code, scheme, valueType);
        if (meaning == null) assertThat(row).isNull();
        else assertThat(row.concept().meaning()).isEqualTo(meaning);
    }

    @Test
    void optionsReplaceTheCodeOfTheProfile() {
        ContentRow row = table.row("113795", "DCM", "IMAGE");
        assertThat(row.code(Set.of())).isEqualTo(ActionCode.D);
        assertThat(row.code(EnumSet.of(ProfileOption.RETAIN_UIDS))).isEqualTo(ActionCode.K);
    }
}
