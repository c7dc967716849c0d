// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presentation states with and without Clean Graphics, judged by dciodvfy and by dcmtk's checker of presentation states. */
class PresentationStatesTest {
    private static final Path SAMPLE = Path.of("../../docs/samples/presentation-state.dcm");

    /** dciodvfy knows the module by the first group only, so the plane that may stay stands there. */
    private static final int REGION = 0x60000000;

    private static final int WRITING = 0x60020000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_state_with_annotations_overlays_and_a_bitmap_shutter_stays_legal(boolean option) throws IOException {
        Path input = write();
        Path output = folder.resolve("after.dcm");
        Anonymizer.builder()
                .profile(Profile.basic().withOptions(option ? Set.of(ProfileOption.CLEAN_GRAPHICS) : Set.of()))
                .build()
                .anonymize(input, output);
        List<String> errors = new ArrayList<>(Program.dciodvfyErrors(output));
        Program.dciodvfyErrors(input).forEach(errors::remove);
        assertThat(errors).isEmpty();
        Program.Run check = Program.run("dcmpschk", output.toString());
        assertThat(check.exit()).as(check.output()).isZero();
        assertThat(check.output()).contains("Test passed.");
        try (DicomObject object = DicomReader.read(output)) {
            assertThat(object.dataSet().contains(WRITING | 0x3000)).isFalse();
            assertThat(object.dataSet().contains(0x00181600)).isFalse();
            assertThat(object.dataSet().contains(REGION | 0x3000)).isEqualTo(option);
        }
    }

    /** The sample with a plane of writing that shapes a shutter, and a plane of a region. */
    private Path write() throws IOException {
        Path file = folder.resolve("before.dcm");
        try (DicomObject object = DicomReader.read(SAMPLE)) {
            DataSet set = object.dataSet();
            addPlane(set, WRITING, "G");
            addPlane(set, REGION, "R");
            set.setString(REGION | 0x1001, VR.CS, "NOTES");
            set.setString(0x00181600, VR.CS, "BITMAP");
            set.setString(0x00181622, VR.US, "0");
            set.setString(0x00181623, VR.US, Integer.toString(WRITING >>> 16));
            DicomWriter.write(object, file);
        }
        return file;
    }

    private static void addPlane(DataSet set, int group, String type) {
        set.setString(group | 0x0010, VR.US, "32");
        set.setString(group | 0x0011, VR.US, "32");
        set.setString(group | 0x0022, VR.LO, "for Mr. Grünwald");
        set.setString(group | 0x0040, VR.CS, type);
        set.setStrings(group | 0x0050, VR.SS, List.of("1", "1"));
        set.setString(group | 0x0100, VR.US, "1");
        set.setString(group | 0x0102, VR.US, "0");
        set.setBytes(group | 0x3000, VR.OW, new byte[128]);
    }
}
