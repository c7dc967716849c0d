// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActionCodeTest {
    @ParameterizedTest
    @CsvSource({
        "D, D D D",
        "Z, D Z Z",
        "X, D Z X",
        "K, K K K",
        "C, C C C",
        "U, U U U",
        "Z/D, D Z Z",
        "X/Z, D Z X",
        "X/D, D Z X",
        "X/Z/D, D Z X",
        "X/Z/U*, U* Z X",
        "U*, U* U* U*"
    })
    void dependsOnTheTypeInTheIod(String code, String resolved) {
        assertThat(resolved(code, VR.LO)).isEqualTo(resolved);
    }

    @Test
    void aRequiredReferenceKeepsItsItems() {
        assertThat(resolved("X/Z", VR.SQ)).isEqualTo("U* Z X");
        assertThat(resolved("X/D", VR.SQ)).isEqualTo("D Z X");
    }

    private static String resolved(String code, VR vr) {
        return Arrays.stream(AttributeType.values())
                .map(type -> ActionCode.parse(code).resolve(type, vr).code())
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @EnumSource(ActionCode.class)
    void describesItself(ActionCode code) {
        assertThat(ActionCode.parse(code.code())).isSameAs(code);
        assertThat(code.description()).matches("[A-Z].*\\.");
        assertThat(code.resolve(AttributeType.TYPE_1, VR.LO).conditional()).isFalse();
        assertThat(code.conditional()).isEqualTo(code.code().contains("/"));
    }

    @Test
    void refusesOtherCodes() {
        assertThatThrownBy(() -> ActionCode.parse("Y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown action code: Y; expected one of"
                        + " D, Z, X, K, C, U, Z/D, X/Z, X/D, X/Z/D, X/Z/U*, U*");
    }
}
