// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;

/** The command as a test gives it, within the same Java. */
final class TestCommand {
    /** The samples that come with the project. */
    static final Path SAMPLES = Path.of("../../docs/samples");

    private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data/test_files");

    private final Map<String, String> environment = new HashMap<>();

    /** What came of it. */
    record Result(int exit, String out, String err) {}

    TestCommand with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Result run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = Stream.of(words).map(Object::toString).toArray(String[]::new);
        int exit = Main.run(args, environment, new PrintWriter(out), new PrintWriter(err));
        return new Result(exit, out.toString(), err.toString());
    }

    static Path pydicom(String name) {
        Path file = PYDICOM.resolve(name);
        if (!Files.exists(file)) throw new AssertionError(file + " is missing: install python3-pydicom");
        return file;
    }

    /** Copies a file, making its folder. */
    static Path copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            return Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first value of an attribute in a file. */
    static String value(Path file, int tag) {
        return read(file, false, tag);
    }

    /** The same of the file meta information. */
    static String metaValue(Path file, int tag) {
        return read(file, true, tag);
    }

    private static String read(Path file, boolean meta, int tag) {
        try (DicomObject object = DicomReader.read(file)) {
            DataSet set = meta ? object.fileMeta() : object.dataSet();
            return String.join("\\", set.strings(tag));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in a folder and its subfolders but folders, as paths within it, in order. */
    static List<String> entries(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
