// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileOptionTest {
    @ParameterizedTest
    @EnumSource(ProfileOption.class)
    void isFoundByNameInAnyCaseAndByCode(ProfileOption option) {
        assertThat(ProfileOption.parse(option.text())).isSameAs(option);
        assertThat(ProfileOption.parse(option.text().toUpperCase(Locale.ROOT))).isSameAs(option);
        assertThat(ProfileOption.parse(option.name())).isSameAs(option);
        assertThat(ProfileOption.parse(option.concept().value())).isSameAs(option);
        assertThat(option.concept().scheme()).isEqualTo("DCM");
        assertThat(option.concept().meaning()).endsWith(" Option");
    }

    @Test
    void coversContextGroup7050() {
        assertThat(Stream.of(ProfileOption.values())
                        .map(option -> option.concept().value()))
                .containsExactly(
                        "113101", "113102", "113103", "113104", "113105", "113106", "113107", "113108", "113109",
                        "113110", "113111", "113112");
        assertThat(ProfileOption.BASIC_PROFILE.value()).isEqualTo("113100");
    }

    @Test
    void theTwoDateOptionsExcludeEachOther() {
        assertThat(Stream.of(ProfileOption.values()).filter(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES::excludes))
                .containsExactly(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES);
        assertThat(Stream.of(ProfileOption.values()).filter(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES::excludes))
                .containsExactly(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES);
    }

    @Test
    void refusesOtherNames() {
        assertThatThrownBy(() -> ProfileOption.parse("RetainEverything"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown option: RetainEverything; expected one of CleanPixelData, ");
    }
}
