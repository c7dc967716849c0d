// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.io.DicomInputStream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.identity.ProjectKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Objects that the archive's own code has read are treated as those that the engine has read. */
@Tag("dcm4che")
class RealReadingTest {
    /** Where a file tells none, or the standard allows several, dcm4che may choose another than the engine. */
    private static final Pattern VR = Pattern.compile("(?m)^( *\\S+) [A-Z]{2}(?= |$)");

    private static final Anonymizer ANONYMIZER =
            Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build();

    @Test
    void every_object_is_treated_alike() throws IOException {
        int compared = 0;
        for (Path file : SampleFiles.all()) {
            Optional<Attributes> attributes = read(file);
            if (attributes.isEmpty()) continue;
            compared++;
            try (DicomObject object = DicomReader.read(file)) {
                SampleFiles.removeGroupLengths(object.dataSet());
                String ofArchive = SampleFiles.treated(ANONYMIZER, AttributesDataSet.of(attributes.get()));
                String ofEngine = SampleFiles.treated(ANONYMIZER, object.dataSet());
                assertThat(SampleFiles.firstDifference(withoutVrs(ofArchive), withoutVrs(ofEngine)))
                        .as("%s", file)
                        .isNull();
            }
        }
        assertThat(compared).isGreaterThan(80);
    }

    /** Empty where the archive would not have the object: of some broken ones the engine reads more. */
    private static Optional<Attributes> read(Path file) {
        try (DicomInputStream in = new DicomInputStream(file.toFile())) {
            return Optional.of(in.readDataset());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String withoutVrs(String text) {
        return VR.matcher(text).replaceAll("$1");
    }
}
