// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomException;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.testing.DataSetText;

/** Objects to be treated in two ways, and what comes of it as text. */
public final class SampleFiles {
    private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data");
    private static final Path SAMPLES = Path.of("../../docs/samples");

    private SampleFiles() {}

    /** The test files of pydicom that can be read, and this project's samples. */
    public static List<Path> all() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(PYDICOM, SAMPLES)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(SampleFiles::isObject)
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isObject(Path file) {
        if (file.toString().contains(".py") || file.toString().endsWith(".md")) return false;
        try (DicomObject object = DicomReader.read(file)) {
            return !object.dataSet().contains(Tags.DIRECTORY_RECORD_SEQUENCE);
        } catch (DicomException brokenOrNone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** dcm4che does not hold group lengths: it writes none, or its own. */
    public static void removeGroupLengths(DataSet set) {
        for (int tag : set.tags()) {
            if (Tag.isGroupLength(tag)) set.remove(tag);
            for (DataSet item : set.items(tag)) removeGroupLengths(item);
        }
    }

    /** What was done to a data set, and what is left of it. */
    static String treated(Anonymizer anonymizer, DataSet set) {
        try {
            return anonymizer.anonymize(set).changes() + "\n" + DataSetText.print(set);
        } catch (RefusedException e) {
            return e.getMessage();
        }
    }

    /** The first line that differs, since whole texts are of megabytes; null if none does. */
    public static String firstDifference(String actual, String expected) {
        if (actual.equals(expected)) return null;
        List<String> ours = actual.lines().toList();
        List<String> theirs = expected.lines().toList();
        int line = 0;
        while (line < Math.min(ours.size(), theirs.size()) && ours.get(line).equals(theirs.get(line))) line++;
        return "line " + line + " is " + lineAt(ours, line) + " instead of " + lineAt(theirs, line);
    }

    private static String lineAt(List<String> lines, int index) {
        if (index >= lines.size()) return "missing";
        String line = lines.get(index);
        return line.length() > 200 ? line.substring(0, 200) + "..." : line;
    }
}
