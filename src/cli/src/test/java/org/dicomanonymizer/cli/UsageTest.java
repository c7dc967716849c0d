// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.cli.TestCommand.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Help, version, and what is told to someone who gives the command wrongly. */
class UsageTest {
    private final TestCommand command = new TestCommand();

    @TempDir
    private Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void set_up() throws IOException {
        in = TestCommand.copy(TestCommand.SAMPLES.resolve("ct.dcm"), folder.resolve("in/ct.dcm"));
        out = folder.resolve("out/ct.dcm");
    }

    private void assertWrong(String message, Object... words) {
        Result result = command.run(words);

        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .startsWith("dicom-anonymizer: ")
                .contains(message);
        assertThat(result.out()).isEmpty();
        assertThat(result.exit()).isEqualTo(2);
        assertThat(out.getParent()).doesNotExist();
    }

    @Test
    void help_names_every_action_with_its_own_description() {
        for (String option : new String[] {"-h", "--help", "--he"}) {
            Result result = command.run(option);

            assertThat(result.exit()).isZero();
            assertThat(result.err()).isEmpty();
            String text = result.out().replaceAll("\\s+", " ");
            for (ActionFactory action : Actions.all()) assertThat(text).contains(action.name(), action.description());
            assertThat(text).contains("regexp FIND REPLACE", "INPUT", "OUTPUT", "Exit codes", "(50xx,xxxx)", "2026d");
        }
    }

    @Test
    void help_fits_a_terminal() {
        assertThat(command.run("--help").out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void version_is_that_of_the_build() {
        for (String option : new String[] {"-v", "--version"})
            assertThat(command.run(option).out()).matches("dicom-anonymizer \\d+\\.\\d+\\.\\d+\\S*\\s+");
    }

    @Test
    void both_paths_are_needed_and_no_more() {
        assertWrong("INPUT and OUTPUT are missing; see --help");
        assertWrong("OUTPUT is missing: only a is given", "a");
        assertWrong("two paths are expected, INPUT and OUTPUT, but there are 3: a b c", "a", "b", "c");
        assertWrong("OUTPUT is empty", in, "");
    }

    @Test
    void an_argument_too_many_is_told_with_what_the_action_takes() {
        assertWrong(
                "there are 3: foo " + in + " " + out + "; action keep takes no arguments",
                "-t",
                "PatientID",
                "keep",
                "foo",
                in,
                out);
        assertWrong("action regexp takes 2 arguments", in, out, "-t", "PatientID", "regexp", "a", "b", "c");
        assertWrong(
                "action pseudonym takes no arguments and what begins with prefix= length=",
                "-t",
                "PatientID",
                "pseudonym",
                "prefx=S7-",
                in,
                out);
        assertWrong(
                "-t 1: PatientID: action pseudonym is told prefix twice",
                "-t",
                "PatientID",
                "pseudonym",
                "prefix=A",
                "prefix=B",
                in,
                out);
        assertWrong(
                "-t 1: PatientID: action pseudonym \"length\" has to be a whole number from 8 to 32",
                "-t",
                "PatientID",
                "pseudonym",
                "length=1",
                in,
                out);
    }

    @Test
    void t_needs_tag_and_action() {
        String message = "-t 1: -t parameters should always have 2 values: tag and action";
        assertWrong(message, in, out, "-t");
        assertWrong(message, in, out, "-t", "PatientID");
        assertWrong(message, "-t", "PatientID", "--quiet", in, out);
        assertWrong("-t 2: -t parameters", in, out, "-t", "PatientID", "keep", "-t", "PatientName");
    }

    @Test
    void an_unknown_action_is_told_with_those_that_exist() {
        assertWrong(
                "-t 1: PatientID: Action frob is not recognized; the actions: keep, delete, empty,",
                "-t",
                "PatientID",
                "frob",
                in,
                out);
    }

    @Test
    void a_wrong_count_of_arguments_is_told_with_the_right_ones() {
        assertWrong(
                "-t 1: PatientID: Wrong number of arguments for action regexp: found 1, takes find replace",
                in,
                out,
                "-t",
                "PatientID",
                "regexp",
                "a");
        assertWrong(
                "Wrong number of arguments for action replace_with_value: found 0, takes value",
                in,
                out,
                "-t",
                "PatientID",
                "replace_with_value",
                "--quiet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Nonsense     | -t 1: tag \"Nonsense\": no attribute of the DICOM dictionary and none of the forms; write a keyword",
                "(7053,1000)  | -t 1: tag \"(7053,1000)\": may be meant decimal or hexadecimal; write (0x7053,0x1000) or 70531000",
                "(1,2,3)      | -t 1: tag \"(1,2,3)\": has 3 numbers; two name an attribute, four a mask",
                "(0x10000,1)  | is no number from 0 to FFFF",
                "(0x0010,     | -t 1: tag",
                "__import__('os') | no attribute of the DICOM dictionary",
            })
    void a_wrong_tag_is_told_with_the_forms(String tag, String message) {
        assertWrong(message, in, out, "-t", tag, "keep");
    }

    @Test
    void an_action_that_can_not_treat_the_tag_is_told_at_once() {
        assertWrong(
                "-t 1: action regexp can't treat PixelData (7FE0,0010), whose VR is",
                in,
                out,
                "-t",
                "PixelData",
                "regexp",
                "a",
                "b");
        assertWrong("can't treat PatientID (0010,0020), whose VR is LO", in, out, "-t", "PatientID", "replace_UID");
        assertWrong(
                "-t 1: PatientID: action regexp: \"find\" is no regular expression",
                in,
                out,
                "-t",
                "PatientID",
                "regexp",
                "(",
                "");
    }

    @Test
    void all_wrong_rules_are_told_a_line_each() throws IOException {
        Path dictionary =
                Files.writeString(folder.resolve("rules.json"), "{\"A\": \"keep\",\n \"PatientID\": \"frob\"}");

        Result result = command.run(in, out, "-t", "X", "keep", "-t", "(1,2,3)", "keep", "--dictionary", dictionary);

        assertThat(result.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("dicom-anonymizer: -t 1: tag \"X\""),
                        line -> assertThat(line).startsWith("dicom-anonymizer: -t 2: tag \"(1,2,3)\""),
                        line -> assertThat(line).startsWith("dicom-anonymizer: rules.json:1:2: P120 \"A\": tag \"A\""),
                        line -> assertThat(line)
                                .startsWith(
                                        "dicom-anonymizer: rules.json:2:15: P121 \"PatientID.action\": Action frob"));
        assertThat(result.exit()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void values_of_options_are_told_with_the_legal_ones() {
        assertWrong(
                "Invalid value for option '-j': expected a whole number from 1 to 1024, but was 'x'",
                in,
                out,
                "-j",
                "x");
        assertWrong("expected a whole number from 1 to 1024, but was '0'", in, out, "-j", "0");
        assertWrong(
                "Invalid value for option '--on-error': expected continue or stop, but was 'maybe'",
                in,
                out,
                "--on-error",
                "maybe");
        assertWrong(
                "--edition: Unknown DICOM anonymization database: 1999; expected one of 2026d,",
                in,
                out,
                "--edition",
                "1999");
        assertWrong("Unknown option: '--bogus'", in, out, "--bogus");
        assertWrong("'--report'", in, out, "--report");
    }

    @Test
    void a_prefix_that_is_not_unique_is_told() {
        assertWrong("--ke may be ", in, out, "--ke", "x");
        assertWrong("--d may be ", in, out, "--d", "x");
    }

    @Test
    void files_that_can_not_be_read_are_told() {
        Path missing = folder.resolve("missing");
        assertWrong("INPUT " + missing + " does not exist", missing, out);
        assertWrong("--dictionary " + missing + ": does not exist", in, out, "--dictionary", missing);
        assertWrong("--key-file " + missing + ": does not exist", in, out, "--key-file", missing);
    }

    @Test
    void input_and_output_that_overlap_are_refused_even_where_outputs_may_be_replaced() {
        Path inputs = in.getParent();
        assertWrong("OUTPUT is INPUT itself", in, in, "--overwrite");
        assertWrong("OUTPUT is INPUT itself", in, inputs, "--overwrite");
        assertWrong("OUTPUT is INPUT itself", inputs, inputs, "--overwrite");
        assertWrong("lies inside INPUT", inputs, inputs.resolve("out"), "--overwrite");
        assertWrong("lies inside OUTPUT", inputs, folder, "--overwrite");
        assertWrong("is a file; the output of a folder has to be a folder", inputs, Path.of("pom.xml"), "--overwrite");
        assertThat(TestCommand.entries(folder)).containsExactly("in/ct.dcm");
    }

    @Test
    void outputs_and_reports_that_can_not_be_made_are_told_before_any_input_is_treated() {
        Path file = Path.of("pom.xml").toAbsolutePath();
        assertWrong("OUTPUT folder " + file + "/x can't be made", in, file + "/x/y");
        assertWrong("--report " + file + "/r.json can't be written", in, out, "--report", file + "/r.json");
        assertWrong("--report " + file + " can't be written: exists already", in, out, "--report", file);
        assertWrong(
                "lies inside INPUT; give a place outside of it",
                in.getParent(),
                out,
                "--report",
                in.getParent().resolve("r.json"));
        assertWrong("lies inside INPUT; give a place outside of it", in, out, "--report", in, "--overwrite");
    }
}
