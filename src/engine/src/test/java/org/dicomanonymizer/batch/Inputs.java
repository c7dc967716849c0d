// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;

/** Folders to be treated by tests, and what is in folders afterwards. */
final class Inputs {
    static final String NAME = "Secret^Name";

    private Inputs() {}

    /** Writes a small image of a patient to a file, whose folder is made. */
    static Path image(Path file) {
        DicomDataSet image = DicomDataSet.create();
        image.setString(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.7");
        image.setString(Tags.SOP_INSTANCE_UID, VR.UI, "1.2.3." + Math.abs(file.hashCode()));
        image.setString(Tags.PATIENT_NAME, VR.PN, NAME);
        image.setString(Tags.PATIENT_ID, VR.LO, "4711");
        try {
            Files.createDirectories(file.getParent());
            DicomWriter.write(DicomObject.of(image, TransferSyntax.EXPLICIT_LITTLE), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    static Path text(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(
                file, "This is no DICOM file, whatever its name says; it is long enough to be one.\n".repeat(9));
    }

    /** What is in a folder and its subfolders but folders, as paths within it, in order. */
    static List<String> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    static String patientName(Path file) throws IOException {
        try (DicomObject object = DicomReader.read(file)) {
            return object.dataSet().string(Tags.PATIENT_NAME);
        }
    }
}
