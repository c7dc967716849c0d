// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Parameter;
import org.dicomanonymizer.profile.ProblemCode;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.rule.Condition;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.standard.ProfileOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide to profiles: its examples can be read, and its tables are those of the code. */
class ProfileGuideTest {
    private static final Path GUIDE = Path.of("..", "..", "docs", "profiles.md");
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    private static String guide() throws IOException {
        return Files.readString(GUIDE);
    }

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(guide())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examples_are_without_fault(String example) {
        assertThat(ProfileReader.read(example, "example.json", Path.of("")).problems())
                .isEmpty();
    }

    @Test
    void every_form_of_a_tag_and_of_a_question_is_understood() throws IOException {
        assertThat(cells("| `tag` | selects |")).hasSizeGreaterThan(10).allSatisfy(SelectorParser::parse);
        assertThat(cells("| question | holds")).hasSizeGreaterThan(7).allSatisfy(Condition::parse);
    }

    /** What stands in code style in the first column of a table. */
    private static List<String> cells(String heading) throws IOException {
        return guide().lines()
                .dropWhile(line -> !line.startsWith(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(line -> Pattern.compile("`([^`]+)`")
                        .matcher(line.split(" \\| ")[0])
                        .results())
                .map(match -> match.group(1))
                .toList();
    }

    /** With {@code -DwriteGenerated} the test writes what it would otherwise compare. */
    @Test
    void tables_are_those_of_the_code() throws IOException {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put(
                "profiles",
                rows(
                        Profiles.names().stream(),
                        name -> "| `" + name + "` | " + Profiles.named(name).description() + " |"));
        tables.put(
                "options",
                rows(
                        Stream.of(ProfileOption.values()),
                        option -> "| `" + option.text() + "` | "
                                + option.concept().meaning() + " |"));
        tables.put(
                "actions",
                rows(Actions.all().stream(), ProfileGuideTest::action).stripTrailing() + "\n");
        tables.put(
                "faults",
                rows(
                        Stream.of(ProblemCode.values()),
                        code -> "| " + code.number() + " | " + (code.isError() ? "error" : "warning") + " | "
                                + code.meaning() + " |"));
        String written = guide();
        String generated = written;
        for (Map.Entry<String, String> table : tables.entrySet()) {
            String begin = "<!-- generated: " + table.getKey() + " -->\n";
            int from = generated.indexOf(begin) + begin.length();
            int to = generated.indexOf("<!-- end -->", from);
            generated = generated.substring(0, from) + table.getValue() + generated.substring(to);
        }
        if (Boolean.getBoolean("writeGenerated")) Files.writeString(GUIDE, generated);
        else
            assertThat(written)
                    .as("docs/profiles.md; write it with -DwriteGenerated=true")
                    .isEqualTo(generated);
    }

    private static <T> String rows(Stream<T> facts, Function<T, String> row) {
        return facts.map(fact -> row.apply(fact) + "\n").collect(Collectors.joining());
    }

    private static String action(ActionFactory action) {
        StringBuilder text = new StringBuilder("#### `" + action.name() + "`\n\n" + action.description() + "\n");
        if (!action.aliases().isEmpty())
            text.append("Also spelt ")
                    .append(action.aliases().stream()
                            .map(alias -> "`" + alias + "`")
                            .collect(Collectors.joining(", ")))
                    .append(".\n");
        if (action.parameters().isEmpty()) return text.toString();
        text.append("\n| parameter | | meaning |\n|---|---|---|\n");
        for (Parameter parameter : action.parameters())
            text.append("| `")
                    .append(parameter.name())
                    .append("` | ")
                    .append(parameter.required() ? "required" : "")
                    .append(" | ")
                    .append(parameter.meaning().replace("|", "\\|").replace("<", "&lt;"))
                    .append(" |\n");
        return text.toString();
    }
}
