// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.archive.data.AttributesCopy;
import org.dicomanonymizer.archive.data.SampleFiles;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An object that the archive sends comes out as its file does, up to the pixel data, or not at all. */
class SentObjectsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"basic", "research", "teaching"})
    void every_object_is_sent_as_its_file_would_be_written(String profile) throws IOException {
        TestArchive archive = new TestArchive(folder);
        archive.reload(archive.readyMade());
        List<String> refused = new ArrayList<>();
        int compared = 0;
        for (Path file : SampleFiles.all()) {
            try (DicomObject object = DicomReader.read(file)) {
                DataSet set = object.dataSet();
                SampleFiles.removeGroupLengths(set);
                Attributes attributes = AttributesCopy.of(set);
                if (set.contains(Tags.PIXEL_DATA)) {
                    removeFromPixelData(set);
                    for (int tag : attributes.tags()) if (isFromPixelData(tag)) attributes.remove(tag);
                }
                String expected;
                try {
                    archive.profiles.current().named(profile).anonymizer().anonymize(set);
                    expected = DataSetText.print(set);
                } catch (RefusedException e) {
                    expected = e.getMessage();
                }
                String actual;
                try {
                    actual = archive.wado(TestArchive.sending(profile), attributes);
                    compared++;
                } catch (CoercionRefusedException e) {
                    actual = e.getMessage().substring(e.getMessage().indexOf(": ") + 2);
                    if (!actual.equals(expected)) {
                        refused.add(file.getFileName() + ": " + actual);
                        continue;
                    }
                }
                assertThat(SampleFiles.firstDifference(actual, expected))
                        .as("%s", file)
                        .isNull();
            }
        }
        assertThat(compared).isGreaterThan(75);
        assertThat(refused).allMatch(reason -> reason.contains("the object has no SOP Instance UID"));
    }

    private static void removeFromPixelData(DataSet set) {
        for (int tag : set.tags()) if (isFromPixelData(tag)) set.remove(tag);
    }

    private static boolean isFromPixelData(int tag) {
        return Integer.compareUnsigned(tag, Tags.PIXEL_DATA) >= 0;
    }
}
