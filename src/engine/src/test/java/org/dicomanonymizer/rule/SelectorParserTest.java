// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectorParserTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            PatientID                                        | (0010,0020)
            (0010,0020)                                      | (0010,0020)
            0010,0020                                        | (0010,0020)
            00100020                                         | (0010,0020)
            (0x0010,0x0020)                                  | (0010,0020)
            (0x0010, 0x0020)                                 | (0010,0020)
            0x0010,0x0020                                    | (0010,0020)
            (0008,103E)                                      | (0008,103E)
            (7053,1000)                                      | (7053,1000)
            OverlayData                                      | (60xx,3000)
            (50xx,xxxx)                                      | (50xx,xxxx)
            (0x7053,0x0000,0xFFFF,0x00FF)                    | (7053,xx00)
            (7053,"Philips PET Private Group",00)            | (7053,"Philips PET Private Group",00)
            (0019,"A, B. (C)",xx)                            | (0019,"A, B. (C)",xx)
            VR:DA                                            | VR:DA
            private                                          | private
            (gggg,eeee)                                      | private
            /PatientID                                       | /(0010,0020)
            RequestAttributesSequence.AccessionNumber        | (0040,0275).(0008,0050)
            **.ReferencedSOPInstanceUID                      | **.(0008,1155)
            *.(0019,"ACME",0C)                               | *.(0019,"ACME",0C)
            """)
    void reads_every_form_of_a_profile(String text, String selector) {
        assertThat(SelectorParser.parse(text)).hasToString(selector);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (16,32)                              | (0010,0020)
            16,32                                | (0010,0020)
            1_6,32                               | (0010,0020)
            0o20,0b100000                        | (0010,0020)
            (0010,0020)                          | (0010,0020)
            00100020                             | (0010,0020)
            (0008,103E)                          | (0008,103E)
            (7053,0010)                          | (7053,0010)
            (0x5000,0x0000,0xFF00,0x0000)        | (5000,0000)/(FF00,0000)
            """)
    void reads_the_forms_of_the_Python_tool(String text, String selector) {
        Selector parsed = SelectorParser.parsePython(text);
        if (parsed instanceof Selector.OfMask mask) {
            assertThat(mask.mask().matches(0x50123456)).isTrue();
            assertThat(mask.mask().matches(0x50133456)).isTrue();
            assertThat(mask.mask().matches(0x60123456)).isFalse();
        } else {
            assertThat(parsed).hasToString(selector);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (7053,1000)           | may be meant decimal or hexadecimal
            (1,2,3)               | has 3 numbers
            (0x10000,0x0001)      | no number from 0 to FFFF
            PatientIdentity       | no attribute of the DICOM dictionary
            VR:ZZ                 | no value representation
            (0018,"ACME",01)      | a group with a private creator is odd
            A..B                  | no attribute of the DICOM dictionary
            __import__('os')      | no attribute of the DICOM dictionary
            """)
    void refuses_what_is_wrong_or_ambiguous(String text, String reason) {
        assertThatThrownBy(() -> SelectorParser.parsePython(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(text)
                .hasMessageContaining(reason);
    }
}
