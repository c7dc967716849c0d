// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.cli.TestCommand.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

/** The guide to the command tells the truth, and all of it. */
class CommandGuideTest {
    private final Path guide = Path.of("../../docs/command.md");
    private final TestCommand command = new TestCommand().with("DICOM_ANONYMIZER_KEY", "a key for tests only");

    @TempDir
    private Path folder;

    private String text;

    @BeforeEach
    void set_up() throws IOException {
        text = Files.readString(guide);
    }

    private List<String> all(String pattern, String within) {
        Matcher matcher =
                Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL).matcher(within);
        List<String> found = new ArrayList<>();
        while (matcher.find()) found.add(matcher.group(1));
        return found;
    }

    private String section(String heading) {
        String from = text.substring(text.indexOf("\n## " + heading + "\n") + 1);
        int end = from.indexOf("\n## ", 1);
        return end < 0 ? from : from.substring(0, end);
    }

    @Test
    void every_option_stands_in_the_table_and_vice_versa() {
        Set<String> options = new TreeSet<>();
        for (OptionSpec option : Main.commandLine(Map.of()).getCommandSpec().options())
            options.addAll(List.of(option.names()));

        String names = String.join("\n", all("^\\| (`-[^|]*(?:\\\\\\|[^|]*)*) \\|", section("Options")));
        assertThat(all("(?:^|`)(--?[A-Za-z-]+)", names)).containsExactlyInAnyOrderElementsOf(options);
    }

    @Test
    void every_rule_of_the_examples_is_accepted() throws IOException {
        Path table = Files.writeString(folder.resolve("ids.csv"), "4711,S-017\n");
        List<String> rules = all("^(-t [^#\n]+)", section("Tags and actions"));
        assertThat(rules).hasSizeGreaterThan(8);
        for (String rule : rules) {
            List<Object> words =
                    new ArrayList<>(List.of(TestCommand.SAMPLES.resolve("ct.dcm"), folder.resolve("x"), "--dry-run"));
            for (String word : all("('[^']*'|\\S+)", rule))
                words.add(word.replaceAll("^'|'$", "").replace("ids.csv", table.toString()));
            Result result = command.run(words.toArray());
            assertThat(result.err()).as(rule).isEmpty();
            assertThat(result.exit()).as(rule).isZero();
        }
    }

    @Test
    void the_dictionary_is_accepted() throws IOException {
        String json = all("```json\n(.*?)```", section("Dictionary files")).get(0);
        Path file = Files.writeString(folder.resolve("rules.json"), json);

        Result result = command.run(TestCommand.SAMPLES.resolve("ct.dcm"), folder.resolve("x"), "--dictionary", file);

        assertThat(result.exit()).as(result.err()).isZero();
    }

    @Test
    void the_keys_of_the_report_are_those_it_has() throws IOException {
        Path report = folder.resolve("r.json");
        command.run(TestCommand.SAMPLES, folder.resolve("out"), "--report", report);
        String json = Files.readString(report);

        for (String key : all("`([a-zA-Z]+)`", section("The report").replaceAll("(?s)`outcome` is.*?\\.\n", "")))
            assertThat(json).contains("\"" + key + "\":");
        for (String key : all("\"([a-z]+)\":", section("The report")))
            assertThat(json).contains("\"" + key + "\":");
    }
}
