// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DummiesTest {
    private static final Map<VR, String> LEGAL = Map.of(
            VR.AE, "[ -~]{1,16}",
            VR.AS, "[0-9]{3}[DWMY]",
            VR.CS, "[A-Z0-9 _]{1,16}",
            VR.DA, "(19|20)[0-9]{2}(0[1-9]|1[0-2])[0-3][0-9]",
            VR.DT, "(19|20)[0-9]{12}",
            VR.TM, "[0-2][0-9][0-5][0-9][0-5][0-9]",
            VR.AT, "[0-9A-F]{8}",
            VR.UR, "[a-z]+:[a-z]+");

    private final Dummies dummies = Dummies.standard();

    @ParameterizedTest
    @EnumSource(VR.class)
    void areLegalForEveryAttribute(VR vr) {
        Stream<DictionaryEntry> entries = Dictionary.standard()
                .entries()
                .filter(entry -> Dictionary.standard().vr(entry.tag()) == vr);
        assertThat(entries).allSatisfy(entry -> {
            if (vr.kind() == VR.Kind.BYTES) {
                assertThat(dummies.bytes(entry.tag(), vr))
                        .satisfiesAnyOf(
                                none -> assertThat(none).isEmpty(),
                                some -> assertThat(some)
                                        .hasValueSatisfying(bytes -> assertThat(bytes.length % vr.unit())
                                                .isZero()));
            } else if (vr != VR.SQ && vr != VR.UI) {
                List<String> values = dummies.values(entry.tag(), vr);
                assertThat(values).hasSizeBetween(entry.minVm(), entry.maxVm());
                assertThat(values).allSatisfy(value -> {
                    assertThat(value).matches(LEGAL.getOrDefault(vr, "0|\\+0000|[A-Z ]+"));
                    if (vr.maxLength() > 0) assertThat(value).hasSizeLessThanOrEqualTo(vr.maxLength());
                });
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "00080050, SH, ANONYMIZED",
        "00080020, DA, 19000101",
        "0040A120, DT, 19000101000000",
        "0040A122, TM, 000000",
        "04000565, CS, CORRECT",
        "00100040, CS, O",
        "00080201, SH, +0000",
        "00080060, CS, OT",
        "0072005F, AS, 000Y",
        "00720071, UR, about:blank",
        "00189367, UC, ANONYMIZED",
        "00100010, PN, ANONYMIZED",
        "00291008, CS, ANONYMIZED",
        "00080060, LO, ANONYMIZED",
        "00280106, US, 0",
        "00280106, SS, 0",
        "00289001, UV, 0"
    })
    void suitTheAttribute(String tag, VR vr, String value) {
        assertThat(dummies.values(Integer.parseUnsignedInt(tag, 16), vr)).containsExactly(value);
    }

    @Test
    void areAsManyAsTheDictionaryAsksFor() {
        assertThat(dummies.values(0x00200037, VR.DS)).containsExactly("0", "0", "0", "0", "0", "0");
        assertThat(dummies.values(0x00080008, VR.CS)).containsExactly("ORIGINAL", "PRIMARY");
    }

    @ParameterizedTest
    @CsvSource({
        "00340002, OB, 2",
        "00340007, OB, 8",
        "04000115, OB, 2",
        "00720067, OF, 4",
        "00720073, OD, 8",
        "0072006D, UN, 2"
    })
    void zeroBytesStandForOpaqueValues(String tag, VR vr, int length) {
        assertThat(dummies.bytes(Integer.parseUnsignedInt(tag, 16), vr)).contains(new byte[length]);
    }

    @ParameterizedTest
    @CsvSource({"7FE00010, OW", "7FE00010, OB", "60023000, OW", "54001010, OB", "00283006, OW", "00281201, OW"})
    void bulkDataKeepsItsLength(String tag, VR vr) {
        assertThat(dummies.bytes(Integer.parseUnsignedInt(tag, 16), vr)).isEmpty();
    }

    @Test
    void anotherKindOfValueIsRefused() {
        assertThatThrownBy(() -> dummies.values(0x00080018, VR.UI)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dummies.values(0x00081140, VR.SQ)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> dummies.bytes(0x00100010, VR.PN)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, %PDF-1.4",
        "APPLICATION/PDF, %PDF-1.4",
        "text/XML, <?xml",
        "text/xml; charset=utf-8, <?xml",
        "model/obj, v 0 0 0",
        "model/mtl, newmtl"
    })
    void blankDocumentsStartAsTheirTypeAsks(String type, String start) {
        assertThat(dummies.document(type))
                .hasValueSatisfying(document ->
                        assertThat(new String(document, StandardCharsets.UTF_8)).startsWith(start));
    }

    @Test
    void aBlankModelIsOneTriangle() {
        assertThat(dummies.document("model/stl"))
                .hasValueSatisfying(document -> assertThat(document).hasSize(80 + 4 + 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "application/msword", "text/plain", "image/png"})
    void thereIsNoBlankDocumentOfAnyOtherType(String type) {
        assertThat(dummies.document(type)).isEmpty();
    }
}
