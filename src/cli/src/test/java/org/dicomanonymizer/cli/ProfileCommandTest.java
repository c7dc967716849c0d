// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomanonymizer.cli.TestCommand.Result;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.profile.Profiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles on the command line. */
class ProfileCommandTest {
    private final TestCommand command = new TestCommand();

    @TempDir
    private Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void set_up() throws IOException {
        in = TestCommand.copy(TestCommand.SAMPLES.resolve("ct.dcm"), folder.resolve("ct.dcm"));
        out = folder.resolve("out.dcm");
    }

    private Path site(String json) throws IOException {
        return Files.writeString(folder.resolve("site.json"), json);
    }

    @Test
    void list_tells_what_each_is_for() {
        Result result = command.run("profile", "list");
        assertThat(result.exit()).isZero();
        for (String name : Profiles.names())
            assertThat(result.out()).contains(name, Profiles.named(name).description());
    }

    @Test
    void check_tells_every_fault_and_whether_a_profile_can_be_used() throws IOException {
        Result good = command.run("profile", "check", "basic", site("{\"name\": \"site\"}"));
        assertThat(good.exit()).isZero();
        assertThat(good.out().lines())
                .containsExactly("basic: can be used", folder.resolve("site.json") + ": can be used");

        Result bad = command.run(
                "profile",
                "check",
                site("{\"nme\": \"x\", \"rules\": [{\"tag\": \"PatentID\", \"action\": \"keep\"}]}"));
        assertThat(bad.exit()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(bad.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("dicom-anonymizer: site.json:1:2: P103 \"nme\": unknown key"),
                        line -> assertThat(line)
                                .startsWith("dicom-anonymizer: site.json:1:32: P120 rule 1, \"tag\"")
                                .endsWith("did you mean \"PatientID\"?"));
    }

    @Test
    void check_warns_once_of_a_rule_that_never_acts() throws IOException {
        Result result = command.run("profile", "check", site("""
                { "rules": [ { "tag": "PatientID", "action": "keep" }, { "tag": "PatientID", "action": "keep" } ] }
                """));
        assertThat(result.exit()).isZero();
        assertThat(result.err().lines()).singleElement().asString().contains("P126 (warning)");
    }

    @Test
    void show_tells_what_happens_and_by_which_rule() {
        Result result = command.run("profile", "show", "basic", "--sop-class", "CTImageStorage");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("CT Image Storage").containsPattern("ContentDate +emptied \\[E.1-1 Z/D]");
        assertThat(command.run("profile", "show", "basic", "--format", "json").out())
                .startsWith("{");
        assertThat(command.run("profile", "show", "basic", "--format", "markdown")
                        .out())
                .startsWith("# Profile basic");
    }

    @Test
    void what_can_not_be_shown_is_told_in_a_line() {
        assertThat(command.run("profile", "show", "basic", "--sop-class", "CT").err())
                .contains("--sop-class: \"CT\" is no UID");
        assertThat(command.run("profile", "show", "basic", "--format", "pdf").err())
                .contains("--format: \"pdf\" is none of text, markdown, json");
        Result unknown = command.run("profile", "show", "reserch");
        assertThat(unknown.exit()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unknown.err()).contains("P114 no such file", "did you mean \"research\"?");
        assertThat(command.run("profile").exit()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void the_main_command_takes_a_profile_and_options() throws IOException {
        Path profile = site("""
                { "rules": [ { "tag": "StudyDescription", "action": "keep" } ],
                  "identity": { "pseudonym": { "prefix": "S7-" } } }
                """);
        Result result = command.run(in, out, "--profile", profile, "--option", "RetainUIDs,RetainDeviceIdentity");
        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(TestCommand.value(out, Tags.PATIENT_ID)).startsWith("S7-");
        assertThat(TestCommand.value(out, Tags.STUDY_INSTANCE_UID))
                .isEqualTo(TestCommand.value(in, Tags.STUDY_INSTANCE_UID));
        assertThat(TestCommand.value(out, 0x00081030)).isEqualTo(TestCommand.value(in, 0x00081030));
    }

    @Test
    void a_profile_that_can_not_be_used_writes_nothing() throws IOException {
        Result result = command.run(in, out, "--profile", site("{\"options\": [\"RetainUID\"]}"), "--option", "Blue");
        assertThat(result.exit()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(result.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("dicom-anonymizer: --profile site.json:1:14: P111 \"options\"")
                                .endsWith("did you mean \"RetainUIDs\"?"),
                        line -> assertThat(line).startsWith("dicom-anonymizer: --option: Unknown option: Blue"));
        assertThat(out).doesNotExist();
    }

    @Test
    void a_profile_with_a_key_needs_no_advice_about_keys() throws IOException {
        Files.writeString(folder.resolve("project.key"), "a key for tests only");
        Result with = command.run(in, out, "--profile", site("{\"identity\": {\"key\": {\"file\": \"project.key\"}}}"));
        assertThat(with.exit()).as(with.err()).isZero();
        assertThat(with.err()).doesNotContain("no key given");
        Result without = command.run(in, folder.resolve("other.dcm"), "--profile", "basic");
        assertThat(without.err()).contains("no key given");
    }
}
