// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java example of the library guide, compiled and run. */
class LibraryGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private static final String FRAME = """
            import java.io.*;
            import java.nio.file.*;
            import java.util.*;
            import org.dicomanonymizer.*;
            import org.dicomanonymizer.dicom.*;
            import org.dicomanonymizer.engine.*;
            import org.dicomanonymizer.identity.*;
            import org.dicomanonymizer.profile.*;
            import org.dicomanonymizer.standard.*;

            public class Example {
                public static void run(Path folder) throws Exception {
            %s
                }
            }
            """;

    static List<String> examples() throws IOException {
        String guide = Files.readString(Path.of("..", "..", "docs", "library.md"));
        return EXAMPLE.matcher(guide)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runs(String example, @TempDir Path folder) throws Exception {
        writeObject(folder.resolve("in.dcm"));
        Path source = Files.writeString(folder.resolve("Example.java"), FRAME.formatted(example));
        compile(source, folder);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            loader.loadClass("Example").getMethod("run", Path.class).invoke(null, folder);
        }
        try (Stream<Path> outputs =
                Files.list(folder).filter(file -> file.toString().matches(".*(out|stream)\\.dcm"))) {
            assertThat(outputs)
                    .allSatisfy(output -> assertThat(Files.readString(output, StandardCharsets.ISO_8859_1))
                            .doesNotContain("Doe"));
        }
    }

    private static void writeObject(Path file) throws IOException {
        DicomDataSet dataSet = DicomDataSet.create();
        dataSet.setString(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        dataSet.setString(Tags.SOP_INSTANCE_UID, VR.UI, "1.2.3");
        dataSet.setString(0x0008103E, VR.LO, "Chest");
        dataSet.setString(Tags.PATIENT_NAME, VR.PN, "Doe^Jane");
        dataSet.setString(Tags.PATIENT_ID, VR.LO, "4711");
        try (DicomObject object = DicomObject.of(dataSet, TransferSyntax.EXPLICIT_LITTLE)) {
            DicomWriter.write(object, file);
        }
    }

    private static void compile(Path source, Path target) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("-d", target.toString(), "-classpath", System.getProperty("java.class.path")),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
