// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dicomanonymizer.dicom.DicomDataSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSetTextTest {
    @Test
    void what_is_printed_is_what_was_parsed() {
        String text = """
                ImageType = ORIGINAL\\PRIMARY\\
                AccessionNumber =
                (0009,0010) = ACME
                (0009,1001) LO = text
                PatientComments = first line¶C:\\second
                Rows = 512
                RequestAttributesSequence
                >item
                >RequestedProcedureCodeSequence
                >>item
                >>CodeValue = A
                >>item
                >>CodeValue = B
                >RequestedProcedureID = RP-1
                >item
                AcquisitionContextSequence
                PixelData OB = hex 00 01 02 03
                """;
        DicomDataSet dataSet = DicomDataSet.create();

        DataSetText.parse(text, dataSet);

        assertThat(DataSetText.print(dataSet)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nonsense = 1", "PatientName : Doe", ">PatientName = Doe", "(0009,1001) = no VR", "item"})
    void a_line_that_is_no_element_is_refused(String line) {
        assertThatThrownBy(() -> DataSetText.parse(line, DicomDataSet.create()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
