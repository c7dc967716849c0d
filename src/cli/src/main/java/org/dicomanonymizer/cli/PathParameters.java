// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** INPUT and OUTPUT, wherever they stand among the options. */
final class PathParameters {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "INPUT",
            description = "A DICOM file, or a folder with all its subfolders.")
    private String input;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "OUTPUT",
            description =
                    "The file to write, or a folder, which is made if it is missing; of a folder the relative paths are kept.")
    private String output;

    @Parameters(index = "2..*", hidden = true)
    private final List<String> more = new ArrayList<>();

    private Path inputPath;
    private Path outputPath;

    /** @throws ParameterException if there are not exactly two paths */
    void check(CommandSpec spec) {
        if (input == null) throw problem(spec, "INPUT and OUTPUT are missing; see --help");
        if (output == null) throw problem(spec, "OUTPUT is missing: only " + input + " is given");
        if (!more.isEmpty())
            throw problem(
                    spec,
                    "two paths are expected, INPUT and OUTPUT, but there are " + (more.size() + 2) + ": " + input + " "
                            + output + " " + String.join(" ", more) + actions(spec));
        inputPath = path(spec, "INPUT", input);
        outputPath = path(spec, "OUTPUT", output);
    }

    /** What is too much is often an argument that an action does not take. */
    private static String actions(CommandSpec spec) {
        OptionSpec option = spec.findOption(TagRule.OPTION);
        List<TagRule> rules = option == null ? List.of() : option.getValue();
        return rules.isEmpty()
                ? ""
                : "; " + rules.stream().map(TagRule::limits).distinct().collect(Collectors.joining(", "));
    }

    Path input() {
        return inputPath;
    }

    Path output() {
        return outputPath;
    }

    /** Whether OUTPUT is written as a folder. */
    boolean intoFolder() {
        return output.endsWith("/") || output.endsWith(File.separator);
    }

    private static Path path(CommandSpec spec, String label, String text) {
        try {
            if (text.isEmpty()) throw problem(spec, label + " is empty");
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw problem(spec, label + " is no path: " + e.getReason());
        }
    }

    private static ParameterException problem(CommandSpec spec, String text) {
        return new ParameterException(spec.commandLine(), text);
    }
}
