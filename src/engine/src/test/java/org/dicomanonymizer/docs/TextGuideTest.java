// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dicomanonymizer.text.Identifiers;
import org.dicomanonymizer.text.Kind;
import org.dicomanonymizer.text.TextCleaner;
import org.junit.jupiter.api.Test;

/** The guide on cleaning text says what happens. */
class TextGuideTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\|$");
    private static final Pattern WRITINGS = Pattern.compile("found in (`H\\. MUELLER`[^;]+); 19800102 in ([^\n]+)\\n");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final String guide = read();

    private static String read() {
        try {
            return Files.readString(Path.of("..", "..", "docs", "text.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(String text) {
        return CODE.matcher(text).results().map(match -> match.group(1)).toList();
    }

    @Test
    void examples_are_cleaned_as_shown() {
        List<MatchResult> examples = EXAMPLE.matcher(guide).results().toList();

        assertThat(examples).hasSizeGreaterThan(4);
        for (MatchResult example : examples)
            assertThat(TextCleaner.standard()
                            .clean(example.group(1), Identifiers.none())
                            .text())
                    .isEqualTo(example.group(2));
    }

    @Test
    void writings_are_found_as_told() {
        MatchResult writings = WRITINGS.matcher(guide).results().findFirst().orElseThrow();
        Identifiers patient = Identifiers.builder()
                .add(Kind.PATIENT_NAME, "Müller^Hans")
                .add(Kind.BIRTH_DATE, "19800102")
                .build();

        for (String name : codes(writings.group(1)))
            assertThat(patient.find(name)).as(name).isNotEmpty();
        for (String date : codes(writings.group(2)))
            assertThat(patient.find(date)).as(date).isNotEmpty();
    }
}
