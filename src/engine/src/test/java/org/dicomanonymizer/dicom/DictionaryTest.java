// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryTest {
    private final Dictionary dictionary = Dictionary.standard();

    @Test
    void holdsEveryAttributeOfTheRegistry() {
        assertThat(dictionary.size()).isEqualTo(5356);
        assertThat(dictionary.entries()).hasSize(5356);
        assertThat(dictionary.entries().filter(entry -> entry.keyword().isEmpty()))
                .hasSize(7);
        assertThat(dictionary.entries().filter(entry -> entry.vrs().contains(VR.SQ)))
                .hasSize(1336);
    }

    @Test
    void knowsTheRoleOfEveryUid() {
        Map<UidRole, Long> roles = dictionary
                .entries()
                .filter(entry -> entry.uidRole() != null)
                .collect(groupingBy(DictionaryEntry::uidRole, counting()));
        assertThat(roles)
                .isEqualTo(Map.of(
                        UidRole.INSTANCE, 71L,
                        UidRole.STRUCTURAL, 25L,
                        UidRole.META, 4L,
                        UidRole.ORGANIZATION, 4L,
                        UidRole.EQUIPMENT, 1L,
                        UidRole.EITHER, 3L));
        assertThat(dictionary.entries().filter(entry -> entry.vrs().contains(VR.UI) != (entry.uidRole() != null)))
                .isEmpty();
    }

    @Test
    void everyKeywordLeadsBackToItsTag() {
        assertThat(dictionary.entries().filter(entry -> !entry.keyword().isEmpty()))
                .allSatisfy(entry -> assertThat(dictionary.maskOf(entry.keyword()))
                        .hasValueSatisfying(mask -> assertThat(mask.value()).isEqualTo(entry.tag())));
        assertThat(dictionary.maskOf("patientname")).isEmpty();
        assertThat(dictionary.maskOf("")).isEmpty();
    }

    @Test
    void describesAnAttribute() {
        DictionaryEntry entry = dictionary.entry(0x00200037);
        assertThat(entry.keyword()).isEqualTo("ImageOrientationPatient");
        assertThat(entry.name()).isEqualTo("Image Orientation (Patient)");
        assertThat(entry.vrs()).containsExactly(VR.DS);
        assertThat(entry.minVm()).isEqualTo(6);
        assertThat(entry.maxVm()).isEqualTo(6);
        assertThat(entry.retired()).isFalse();
        assertThat(entry.uidRole()).isNull();
        assertThat(dictionary.entry(0x00181153).name()).isEqualTo("Exposure in µAs");
        assertThat(dictionary.entry(0x00104000).retired()).isFalse();
        assertThat(dictionary.entry(0x00080040).retired()).isTrue();
        assertThat(dictionary.entry(0x00091001)).isNull();
        assertThat(dictionary.keyword(0x00091001)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"00080008, 2, 2147483647", "00080309, 1, 3", "00203100, 1, 2147483647", "00081162, 3, 2147483647"})
    void multiplicityHasBounds(String tag, int least, int most) {
        DictionaryEntry entry = dictionary.entry(Integer.parseUnsignedInt(tag, 16));
        assertThat(entry.minVm()).isEqualTo(least);
        assertThat(entry.maxVm()).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({
        "00100010, PN",
        "00081140, SQ",
        "00280106, US",
        "7FE00010, OW",
        "00283006, OW",
        "60003000, OW",
        "601E3000, OW",
        "60FE3000, OW",
        "60010010, LO",
        "60013000, ",
        "50040005, US",
        "00203122, CS",
        "00280470, US",
        "00280400, LO",
        "10120000, UL",
        "10100001, US",
        "10000011, US",
        "7F000010, OW",
        "00090000, UL",
        "00090010, LO",
        "000900FF, LO",
        "00091001, ",
        "FFFEE000, ",
        "FFFEE00D, ",
        "00187777, ",
        "00000001, UL",
        "00020010, UI",
        "04000500, SQ",
        "FFFCFFFC, OB"
    })
    void assumesTheUsualVr(String tag, VR vr) {
        assertThat(dictionary.vr(Integer.parseUnsignedInt(tag, 16))).isEqualTo(vr);
    }

    @Test
    void repeatingGroupsShareTheirEntry() {
        assertThat(dictionary.keyword(0x60103000)).isEqualTo("OverlayData");
        assertThat(dictionary.entry(0x60103000).tag()).isEqualTo(0x60103000);
        assertThat(dictionary.maskOf("OverlayData")).contains(TagMask.parse("(60xx,3000)"));
        assertThat(dictionary.contains(0x60123000)).isTrue();
        assertThat(dictionary.contains(0x60133000)).isFalse();
    }
}
