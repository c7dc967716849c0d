// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.Test;

class UnlistedAttributesTest {
    private static final Set<VR> RISKY =
            EnumSet.of(VR.LO, VR.SH, VR.ST, VR.LT, VR.UT, VR.UC, VR.UR, VR.UI, VR.PN, VR.DA, VR.DT, VR.TM);

    private final UnlistedAttributes unlisted = UnlistedAttributes.standard();

    @Test
    void areAllOfTheDictionaryThatTheTableLeavesOut() {
        assertThat(unlisted.attributes()).hasSize(541);
        assertThat(unlisted.attributes().stream().filter(UnlistedAttributes.Attribute::inStandardIod))
                .hasSize(394);
        assertThat(Dictionary.standard().entries().filter(UnlistedAttributesTest::isRiskyAndUnlisted))
                .hasSize(541)
                .allSatisfy(entry -> {
                    UnlistedAttributes.Attribute attribute = unlisted.attribute(entry.tag());
                    assertThat(attribute.keyword()).isEqualTo(entry.keyword());
                    assertThat(entry.vrs()).containsExactly(attribute.vr());
                });
    }

    /** Commands and file meta information are no part of data sets, curves are removed as a whole. */
    private static boolean isRiskyAndUnlisted(DictionaryEntry entry) {
        return Tag.group(entry.tag()) >= 0x0004
                && entry.vrs().stream().anyMatch(RISKY::contains)
                && Edition.latest().row(entry.tag()) == null;
    }

    @Test
    void leaveOutWhatTheTableCovers() {
        assertThat(unlisted.attribute(0x00100010)).isNull();
        assertThat(unlisted.attribute(0x00280010)).isNull();
        assertThat(unlisted.attribute(0x50000022)).isNull();
        assertThat(unlisted.attribute(0x60020022).keyword()).isEqualTo("OverlayDescription");
        assertThat(unlisted.attribute(0x0040A160).keyword()).isEqualTo("TextValue");
    }
}
