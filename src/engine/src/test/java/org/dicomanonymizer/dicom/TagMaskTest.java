// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagMaskTest {
    @Test
    void openDigitsMatchAnyDigit() {
        TagMask mask = TagMask.parse("(0028,04x2)");
        assertThat(mask.matches(0x002804F2)).isTrue();
        assertThat(mask.matches(0x002805F2)).isFalse();
        assertThat(mask.isExact()).isFalse();
    }

    @Test
    void openGroupsAreEven() {
        TagMask curves = TagMask.parse("50xxxxxx");
        assertThat(curves.matches(0x50001234)).isTrue();
        assertThat(curves.matches(0x50FE0000)).isTrue();
        assertThat(curves.matches(0x50011234)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(60xx,3000)", "(50xx,xxxx)", "(0010,0010)", "(1000,xxx3)", "(FFFE,E00D)", "(gggg,eeee)"})
    void writesWhatItReads(String text) {
        assertThat(TagMask.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0010", "(0010,0010", "0010001G", "(0010 0010)", "001000100"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> TagMask.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected eight hexadecimal digits");
    }
}
