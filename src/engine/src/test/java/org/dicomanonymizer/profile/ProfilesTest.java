// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.TableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProfilesTest {
    private static final Path FOLDER = Path.of("..", "..", "config", "profiles");

    static List<String> names() {
        return Profiles.names();
    }

    @Test
    void every_file_is_a_ready_made_profile() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Profiles.names().stream()
                            .map(name -> name + ".json")
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_one_is_without_fault_and_says_what_it_is_for(String name) {
        ProfileReader.Reading reading = ProfileReader.read(FOLDER.resolve(name + ".json"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.profile().name()).isEqualTo(name);
        assertThat(reading.profile().description()).isNotEmpty();
    }

    @Test
    void the_newest_edition_is_the_one_that_profiles_name() {
        assertThat(List.of(Profiles.named("basic"), Profiles.named("research"), Profiles.named("teaching")))
                .allMatch(profile -> profile.edition() == Edition.latest());
    }

    @Test
    void basic_and_keep_all_are_what_the_library_knows_by_itself() {
        assertThat(Profiles.named("basic").toBuilder().description("").build()).isEqualTo(Profile.basic());
        assertThat(Profiles.named("keep-all").toBuilder().description("").build())
                .isEqualTo(Profile.keepAll());
    }

    /** The Python tool empties what its code may empty, but gives dates and numbers a dummy; what it may delete it keeps. */
    @Test
    void seed_compatible_decides_every_code_as_the_python_tool_does() {
        Map<ActionCode, String> decisions = new EnumMap<>(Map.of(
                ActionCode.Z_D, "replace",
                ActionCode.X_D, "replace",
                ActionCode.X_Z_D, "replace",
                ActionCode.X_Z, "empty",
                ActionCode.X_Z_U, "empty"));
        Profile profile = Profiles.named("seed-compatible");
        assertThat(profile.edition()).isEqualTo(Edition.of("2023e"));
        for (TableRow row : profile.edition().rows()) {
            String decision = decisions.get(row.basic());
            boolean number = row.vr() != null
                    && (row.vr().kind() == VR.Kind.NUMBER
                            || Set.of(VR.DA, VR.TM, VR.DT, VR.DS, VR.IS).contains(row.vr()));
            if (number && (row.basic() == ActionCode.Z || "empty".equals(decision))) decision = "replace";
            if (row.keyword().equals("PatientName") || row.keyword().equals("PatientID")) decision = "empty";
            assertThat(actionOf(profile, row)).as(row.keyword()).isEqualTo(decision);
        }
    }

    private static String actionOf(Profile profile, TableRow row) {
        return profile.rules().stream()
                .filter(rule ->
                        rule.selector().equals(new Selector.OfTag(row.tag().value())))
                .map(Rule::name)
                .findFirst()
                .orElse(null);
    }

    @Test
    void an_unknown_name_is_told_with_those_that_there_are() {
        assertThatThrownBy(() -> Profiles.named("reserch"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("there is no ready-made profile \"reserch\"; there are basic, research, teaching, keep-all,"
                        + " seed-compatible; did you mean \"research\"?");
    }
}
