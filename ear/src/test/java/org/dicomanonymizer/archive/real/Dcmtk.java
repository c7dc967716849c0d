// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs of dcmtk. */
final class Dcmtk {
    /** A line of dcmdump; texts may go over several. */
    private static final Pattern ELEMENT =
            Pattern.compile("(?m)^( *)\\((\\p{XDigit}{4},\\p{XDigit}{4})\\) (\\w\\w) \\[((?s:.*?))] +#.* (\\w+)$");

    private Dcmtk() {}

    /** How a program ended, and what it said. */
    record Result(int code, String output) {}

    /** An element with its value as text. */
    record Element(boolean nested, String tag, String vr, String value, String keyword) {}

    static Result run(Charset charset, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), charset);
        return new Result(process.waitFor(), output);
    }

    static Result run(String... command) throws IOException, InterruptedException {
        return run(StandardCharsets.UTF_8, List.of(command));
    }

    /** All elements of a file that have text, nested ones included; bytes as they are if ISO 8859-1 is asked for. */
    static List<Element> dump(Path file, Charset charset) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("dcmdump", "-q", "+L", "-Un"));
        if (charset.equals(StandardCharsets.UTF_8)) command.add("+U8");
        command.add(file.toString());
        List<Element> elements = new ArrayList<>();
        Matcher line = ELEMENT.matcher(run(charset, command).output());
        while (line.find())
            elements.add(
                    new Element(!line.group(1).isEmpty(), line.group(2), line.group(3), line.group(4), line.group(5)));
        return elements;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
