// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same object, treated as a file's data set and as the archive's, gives the same result. */
class SameResultTest {

    static List<Profile> profiles() {
        Profile options = Profile.builder("options")
                .options(EnumSet.of(
                        ProfileOption.CLEAN_GRAPHICS,
                        ProfileOption.CLEAN_STRUCTURED_CONTENT,
                        ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                        ProfileOption.RETAIN_SAFE_PRIVATE,
                        ProfileOption.RETAIN_DEVICE_IDENTITY,
                        ProfileOption.RETAIN_PATIENT_CHARACTERISTICS))
                .verify(true)
                .build();
        return List.of(Profile.basic(), Profile.keepAll(), Profiles.named("seed-compatible"), options);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void every_object_is_treated_alike(Profile profile) throws IOException {
        Anonymizer anonymizer = Anonymizer.builder()
                .profile(profile)
                .key(ProjectKey.of("a key for tests only"))
                .rule("PatientComments", "replace_with_value", "山田")
                .build();
        List<Path> files = SampleFiles.all();
        assertThat(files).hasSizeGreaterThan(80);
        for (Path file : files) {
            try (DicomObject object = DicomReader.read(file)) {
                SampleFiles.removeGroupLengths(object.dataSet());
                Attributes attributes = AttributesCopy.of(object.dataSet());
                AttributesDataSet adapter = AttributesDataSet.of(attributes);
                String before = DataSetText.print(adapter);
                assertThat(SampleFiles.firstDifference(before, DataSetText.print(object.dataSet())))
                        .as("%s, untreated", file)
                        .isNull();
                String ofAdapter = SampleFiles.treated(anonymizer, adapter);
                String ofEngine = SampleFiles.treated(anonymizer, object.dataSet());
                assertThat(SampleFiles.firstDifference(ofAdapter, ofEngine))
                        .as("%s, treated", file)
                        .isNull();
            }
        }
    }
}
