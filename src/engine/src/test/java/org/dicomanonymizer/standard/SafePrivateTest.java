// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafePrivateTest {
    private final SafePrivate table = SafePrivate.standard();

    @Test
    void isComplete() {
        assertThat(table.attributes()).hasSize(479);
        assertThat(table.attributes().filter(attribute -> attribute.vrs().isEmpty()))
                .hasSize(5);
        assertThat(table.attributes().map(SafePrivate.Attribute::creator).distinct())
                .hasSize(20);
    }

    @Test
    void everyAttributeIsFoundInAnyBlock() {
        assertThat(table.attributes()).allSatisfy(attribute -> {
            int tag = attribute.tag().value();
            assertThat(table.attribute(attribute.creator(), tag | 0x1000)).isSameAs(attribute);
            assertThat(table.attribute(attribute.creator() + " ", tag | 0xFF00)).isSameAs(attribute);
            assertThat(attribute.tag().matches(tag | 0x1000)).isTrue();
        });
    }

    @Test
    void describesAnAttribute() {
        SafePrivate.Attribute factor = table.attribute("Philips PET Private Group", 0x70531000);
        assertThat(factor.vrs()).containsExactly(VR.DS);
        assertThat(factor.vm()).isEqualTo("1");
        assertThat(factor.meaning()).isEqualTo("SUV Factor");
    }

    @ParameterizedTest
    @CsvSource({
        "Philips PET Private Group, 70531001",
        "PHILIPS PET PRIVATE GROUP, 70531000",
        "Philips PET Private Group, 70550000",
        "Philips PET Private Group, 70530000",
        "ACME, 70531000",
        ", 70531000"
    })
    void nothingElseIsSafe(String creator, String tag) {
        assertThat(table.attribute(creator, Integer.parseUnsignedInt(tag, 16))).isNull();
    }
}
