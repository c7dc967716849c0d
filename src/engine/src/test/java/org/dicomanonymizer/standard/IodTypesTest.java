// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IodTypesTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String PRESENTATION_STATE = "1.2.840.10008.5.1.4.1.1.11.1";
    private static final String BASIC_TEXT_SR = "1.2.840.10008.5.1.4.1.1.88.11";
    private static final String RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5";
    private static final String STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";
    private static final String PRIVATE_CLASS = "1.3.12.2.1107.5.9.1";

    @ParameterizedTest
    @CsvSource({
        CT + ", 00100020, 2",
        CT + ", 00080023, 2",
        CT + ", 00080012, 3",
        CT + ", 00700082, 3",
        "1.2.840.10008.5.1.4.1.1.481.10, 00080012, 1",
        PRESENTATION_STATE + ", 00700082, 1",
        BASIC_TEXT_SR + ", 00080023, 1",
        BASIC_TEXT_SR + ", 0040A370>00401001, 2",
        BASIC_TEXT_SR + ", 00081111, 2",
        BASIC_TEXT_SR + ", 00081111>00081111, 3",
        RT_PLAN + ", 300A0006, 2",
        STRUCTURE_SET + ", 30060080>3006004E, 1",
        CT + ", 30060080>3006004E, 3",
        CT + ", 00102297, 2",
        CT + ", 00280010, 3",
        "1.2.840.10008.5.1.4.1.1.1.1, 0040A730>0040A730>00280010, 3",
        PRIVATE_CLASS + ", 00700082, 1",
        PRIVATE_CLASS + ", 00080012, 1",
        PRIVATE_CLASS + ", 00280010, 3",
    })
    void dependOnTheSopClassAndThePlace(String sopClass, String path, int type) {
        assertThat(type(sopClass, path)).isEqualTo(AttributeType.values()[type - 1]);
    }

    @Test
    void aSequenceInItsOwnItemsIsTheSamePlace() {
        IodNode content = IodTypes.root(BASIC_TEXT_SR).child(0x0040A730);
        assertThat(content.child(0x0040A730)).isSameAs(content);
        assertThat(content.child(0x0040A730).child(0x0040A730).type(0x0040A032)).isEqualTo(content.type(0x0040A032));
        assertThat(content.type(0x0040A032)).isEqualTo(AttributeType.TYPE_1);
    }

    @Test
    void unknownPlacesRequireNothing() {
        IodNode nowhere = IodTypes.root(CT).child(0x00091001);
        assertThat(nowhere.type(0x00100020)).isEqualTo(AttributeType.TYPE_3);
        assertThat(nowhere.child(0x0040A730).type(0x0040A032)).isEqualTo(AttributeType.TYPE_3);
    }

    @Test
    void anUnknownClassIsAtLeastAsStrictAsAny() {
        assertThat(IodTypes.covers(CT)).isTrue();
        assertThat(IodTypes.covers(PRIVATE_CLASS)).isFalse();
        assertThat(IodTypes.covers(null)).isFalse();
        assertThat(IodTypes.root(null)).isSameAs(IodTypes.root(PRIVATE_CLASS));
        assertThat(IodTypes.root(CT)).isSameAs(IodTypes.root(CT));
    }

    private static AttributeType type(String sopClass, String path) {
        IodNode node = IodTypes.root(sopClass);
        String[] tags = path.split(">");
        for (int i = 0; i < tags.length - 1; i++) node = node.child(Integer.parseUnsignedInt(tags[i], 16));
        return node.type(Integer.parseUnsignedInt(tags[tags.length - 1], 16));
    }
}
