// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles with faults, each named by its fault, with the messages beside it in a file of the same name. */
class BrokenProfilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/dicomanonymizer/profile/broken");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void tells_every_fault_with_its_place(String name) throws IOException {
        ProfileReader.Reading reading = ProfileReader.read(FOLDER.resolve(name + ".json"));
        String told = reading.problems().stream()
                .map(problem -> problem + "\n")
                .collect(Collectors.joining())
                .replace(FOLDER.toAbsolutePath() + "/", "")
                .replace(
                        Actions.all().stream().map(ActionFactory::name).collect(Collectors.joining(", ")),
                        "ALL ACTIONS");
        assertThat(told).isEqualTo(Files.readString(FOLDER.resolve(name + ".txt")));
        boolean errors =
                reading.problems().stream().anyMatch(problem -> problem.code().isError());
        assertThat(reading.profile() == null).isEqualTo(errors);
    }

    @Test
    void every_kind_of_fault_is_among_them() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names()) all.append(Files.readString(FOLDER.resolve(name + ".txt")));
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::number))
                .allSatisfy(number -> assertThat(all.toString()).contains(": " + number + " "));
    }

    @Test
    void no_message_repeats_a_key_that_was_written_into_a_profile() throws IOException {
        assertThat(Files.readString(FOLDER.resolve("key-in-profile.txt"))).doesNotContain("3bf1");
    }
}
