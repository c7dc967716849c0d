// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    private static final int PERFORMED_PROTOCOL_CODE_SEQUENCE = 0x00400260;

    @Test
    void tells_for_every_element_where_it_is_what_happens_and_why(@TempDir Path folder) throws IOException {
        DicomDataSet set = DicomDataSet.create();
        set.setString(0x00080060, VR.CS, "CT");
        set.setString(0x00081030, VR.LO, "Knee of Mrs. Doe");
        set.addItem(PERFORMED_PROTOCOL_CODE_SEQUENCE).setString(Tags.CODE_MEANING, VR.LO, "Knee");
        set.addItem(PERFORMED_PROTOCOL_CODE_SEQUENCE).setString(0x00080050, VR.SH, "A-17");
        Path file = folder.resolve("in.dcm");
        try (DicomObject object = DicomObject.of(set, TransferSyntax.EXPLICIT_LITTLE)) {
            DicomWriter.write(object, file);
        }

        Preview preview = Anonymizer.builder()
                .key(ProjectKey.of("a key for tests only"))
                .build()
                .preview(file);

        assertThat(preview.lines())
                .map(Preview.Line::toString)
                .containsExactly(
                        "(0008,0060) kept [not identifying]",
                        "(0008,1030) removed [E.1-1 X]",
                        "(0040,0260) kept [not identifying]",
                        "(0040,0260)[1].(0008,0104) kept [not identifying]",
                        "(0040,0260)[2].(0008,0050) emptied [E.1-1 Z]");
        assertThat(preview.lines().get(1).before()).isEqualTo("Knee of Mrs. Doe");
        assertThat(preview.lines().get(1).after()).isEmpty();
        assertThat(preview.lines().get(2).before()).isEqualTo("2 items");
        assertThat(preview.lines().toString()).as("without being asked").doesNotContain("Doe");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }
}
