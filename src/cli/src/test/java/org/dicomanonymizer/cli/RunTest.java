// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.cli.TestCommand.Result;
import org.dicomanonymizer.dicom.Tags;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command does to files and folders, and what it tells of that. */
class RunTest {
    private static final int SOURCE_APPLICATION_ENTITY_TITLE = 0x00020016;
    private static final int STUDY_DESCRIPTION = 0x00081030;

    private final TestCommand command = new TestCommand().with("DICOM_ANONYMIZER_KEY", "a key for tests only");

    @TempDir
    private Path folder;

    private Path ct;
    private Path out;

    @BeforeEach
    void set_up() {
        ct = TestCommand.copy(TestCommand.SAMPLES.resolve("ct.dcm"), folder.resolve("in/ct.dcm"));
        out = folder.resolve("out");
    }

    private void assertDone(Object... words) {
        Result result = command.run(words);
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
    }

    @Test
    void a_file_to_a_file() {
        assertDone(ct, out.resolve("a.dcm"));

        assertThat(TestCommand.value(out.resolve("a.dcm"), Tags.PATIENT_ID))
                .isNotEmpty()
                .isNotEqualTo(TestCommand.value(ct, Tags.PATIENT_ID));
        assertThat(TestCommand.entries(out)).containsExactly("a.dcm");
    }

    @Test
    void a_file_into_a_folder_keeps_its_name() throws IOException {
        assertDone(ct, out + "/new/");
        assertDone(ct, Files.createDirectories(out.resolve("old")));

        assertThat(TestCommand.entries(out)).containsExactly("new/ct.dcm", "old/ct.dcm");
    }

    @Test
    void a_folder_with_its_subfolders_keeps_the_relative_paths() {
        TestCommand.copy(ct, folder.resolve("in/sub folder/ü/ct"));

        Result result = command.run(folder.resolve("in"), out);

        assertThat(TestCommand.entries(out)).containsExactly("ct.dcm", "sub folder/ü/ct");
        assertThat(result.out())
                .matches(
                        "done 2, refused 0, failed 0, skipped 0; \\d+\\.\\d s, \\S+ files/s, \\S+ MB/s; key [0-9a-f]{8}\\s+");
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
    }

    @Test
    void options_may_stand_anywhere() {
        assertDone("-t", "(0x0010,0x0020)", "keep", ct, "-j", "1", out.resolve("a"), "-t", "PatientName", "keep");
        assertDone(ct, out.resolve("b"), "-t", "00100020", "keep", "-t", "(16,16)", "keep");
        assertDone("-t", "PatientID", "keep", "-t", "0010,0010", "keep", "--", ct, out.resolve("c"));

        for (String name : List.of("a", "b", "c"))
            for (int tag : new int[] {Tags.PATIENT_ID, Tags.PATIENT_NAME})
                assertThat(TestCommand.value(out.resolve(name), tag)).isEqualTo(TestCommand.value(ct, tag));
    }

    @Test
    void arguments_may_begin_with_a_dash_and_be_empty() {
        assertDone("-t", "PatientID", "replace_with_value", "-x-", ct, out.resolve("a"));
        assertDone(ct, out.resolve("b"), "-t", "PatientID", "regexp", "^.*$", "--y");
        assertDone(ct, out.resolve("c"), "-t", "PatientID", "regexp", "^.*$", "");

        assertThat(TestCommand.value(out.resolve("a"), Tags.PATIENT_ID)).isEqualTo("-x-");
        assertThat(TestCommand.value(out.resolve("b"), Tags.PATIENT_ID)).isEqualTo("--y");
        assertThat(TestCommand.value(out.resolve("c"), Tags.PATIENT_ID)).isEmpty();
    }

    @Test
    void an_action_is_told_more_by_name() throws IOException {
        Path table = Files.writeString(folder.resolve("missing=.csv"), "some other ID,S-1\n");
        assertDone("-t", "PatientID", "pseudonym", "prefix=--x ", "length=9", ct, out.resolve("a"));
        assertDone(ct, "-t", "PatientID", "lookup", table, "missing=empty", "--quiet", out.resolve("b"));
        assertDone("-t", "StudyDescription", "replace_with_value", "value=S", ct, out.resolve("c"));

        assertThat(TestCommand.value(out.resolve("a"), Tags.PATIENT_ID)).matches("--x [A-Z]{9}");
        assertThat(TestCommand.value(out.resolve("b"), Tags.PATIENT_ID)).isEmpty();
        assertThat(TestCommand.value(out.resolve("c"), STUDY_DESCRIPTION)).isEqualTo("value=S");
    }

    @Test
    void the_examples_of_the_python_tool_work() {
        Path pydicom = TestCommand.pydicom("CT_small.dcm");

        Result result = command.run(pydicom, out.resolve("a"), "-t", "(0x0008, 0x0020)", "regexp", "0119$", "0000");

        assertThat(TestCommand.value(out.resolve("a"), Tags.STUDY_DATE)).isEqualTo("20040000");
        assertThat(result.err()).isEqualTo("warning: (0008,0020): the result of regexp is no date of the calendar\n");
        assertThat(result.exit()).isZero();
        assertDone(pydicom, out.resolve("b"), "-t", "(0x0002,0x0016)", "replace_with_value", "NEW_AE");
        assertThat(TestCommand.metaValue(out.resolve("b"), SOURCE_APPLICATION_ENTITY_TITLE))
                .isEqualTo("NEW_AE");
    }

    @Test
    void dictionary_wins_over_t_and_the_later_t_over_the_earlier() throws IOException {
        Path dictionary = Files.writeString(folder.resolve("rules.json"), """
                { "(0x0010,0x0010)": "keep", "StudyDescription": { "action": "replace_with_value", "value": "D" } }
                """);

        Result result = command.run(
                ct,
                out.resolve("a"),
                "-t",
                "StudyDescription",
                "keep",
                "--dict",
                dictionary,
                "-t",
                "PatientID",
                "delete",
                "-t",
                "PatientID",
                "keep");

        assertThat(TestCommand.value(out.resolve("a"), STUDY_DESCRIPTION)).isEqualTo("D");
        assertThat(TestCommand.value(out.resolve("a"), Tags.PATIENT_ID))
                .isEqualTo(TestCommand.value(ct, Tags.PATIENT_ID));
        assertThat(TestCommand.value(out.resolve("a"), Tags.PATIENT_NAME))
                .isEqualTo(TestCommand.value(ct, Tags.PATIENT_NAME));
        assertThat(result.err())
                .contains(
                        "warning: -t 1: keep of (0008,1030) never acts, since replace_with_value by rules.json line 1,",
                        "warning: -t 2: delete of (0010,0020) never acts, since keep by -t 3 comes later");
        assertThat(result.exit()).isZero();
    }

    @Test
    void private_attributes_stay_with_either_spelling_and_any_unique_prefix() {
        Path pydicom = TestCommand.pydicom("CT_small.dcm");
        int privateCreator = 0x00090010;
        assertDone(pydicom, out.resolve("gone"));
        assertThat(TestCommand.value(out.resolve("gone"), privateCreator)).isEmpty();

        for (String option : List.of("--keepPrivateTags", "--keep-private-tags", "--keep", "--keep-p")) {
            assertDone(pydicom, out.resolve(option), option);
            assertThat(TestCommand.value(out.resolve(option), privateCreator)).isEqualTo("GEMS_IDEN_01");
        }
    }

    @Test
    void the_edition_can_be_chosen() throws IOException {
        Path report = folder.resolve("r.json");
        assertDone(ct, out.resolve("a"), "--edition", "dicomfields_2023", "--report=" + report);

        assertThat(Files.readString(report)).contains("\"edition\":\"2023e\"");
    }

    @Test
    void the_same_key_gives_the_same_pseudonyms_wherever_it_comes_from() throws IOException {
        Path key = Files.writeString(folder.resolve("project.key"), "a key for tests only\n");
        assertDone(ct, out.resolve("a"));
        new TestCommand().run(ct, out.resolve("b"), "--key-file", key);
        new TestCommand().with("DICOM_ANONYMIZER_KEY_FILE", key.toString()).run(ct, out.resolve("c"));
        new TestCommand().with("DICOM_ANONYMIZER_KEY", "quite another key, too").run(ct, out.resolve("d"));

        assertThat(out.resolve("b")).hasSameBinaryContentAs(out.resolve("a"));
        assertThat(out.resolve("c")).hasSameBinaryContentAs(out.resolve("a"));
        assertThat(TestCommand.value(out.resolve("d"), Tags.PATIENT_ID))
                .isNotEqualTo(TestCommand.value(out.resolve("a"), Tags.PATIENT_ID));
    }

    @Test
    void without_a_key_each_run_has_its_own_and_says_how_to_make_one() {
        Result first = new TestCommand().run(ct, out.resolve("a"));
        Result second = new TestCommand().run(ct, out.resolve("b"), "--quiet");

        assertThat(first.err().lines())
                .singleElement()
                .asString()
                .contains("no key given", "openssl rand -hex 32 > project.key", "--key-file project.key");
        assertThat(second.err()).isEmpty();
        assertThat(TestCommand.value(out.resolve("a"), Tags.PATIENT_ID))
                .isNotEqualTo(TestCommand.value(out.resolve("b"), Tags.PATIENT_ID));
    }

    @Test
    void keys_that_can_not_be_used_are_wrong_usage() {
        Result small = new TestCommand().with("DICOM_ANONYMIZER_KEY", "tiny").run(ct, out);
        Result both = command.with("DICOM_ANONYMIZER_KEY_FILE", "x").run(ct, out);

        assertThat(small.err())
                .contains("DICOM_ANONYMIZER_KEY: the key has 4 bytes")
                .doesNotContain("tiny");
        assertThat(both.err()).contains("DICOM_ANONYMIZER_KEY_FILE and DICOM_ANONYMIZER_KEY are both set");
        assertThat(List.of(small.exit(), both.exit())).containsOnly(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void what_is_no_image_is_skipped_counted_and_named() throws IOException {
        Files.writeString(folder.resolve("in/notes.txt"), "not an image\n".repeat(50));
        TestCommand.copy(TestCommand.pydicom("dicomdirtests/DICOMDIR"), folder.resolve("in/DICOMDIR"));

        Result result = command.run(folder.resolve("in"), out);

        assertThat(result.out())
                .contains(
                        "skipped: " + folder.resolve("in/notes.txt") + ": is no DICOM file\n",
                        "skipped: " + folder.resolve("in/DICOMDIR") + ": is a DICOMDIR, which names patients",
                        "done 1, refused 0, failed 0, skipped 2;");
        assertThat(TestCommand.entries(out)).containsExactly("ct.dcm");
        assertThat(result.exit()).isZero();
    }

    @Test
    void raw_data_sets_are_recognised_and_single_files_that_are_no_image_are_an_error() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "not an image\n".repeat(50));

        assertDone(TestCommand.pydicom("ExplVR_BigEndNoMeta.dcm"), out.resolve("raw"), "--quiet");
        Result noImage = command.run(text, out.resolve("a"));
        Result directory = command.run(TestCommand.pydicom("dicomdirtests/DICOMDIR"), out.resolve("b"));

        assertThat(noImage.err()).isEqualTo("refused: " + text + ": is no DICOM file\n");
        assertThat(directory.err()).contains("is a DICOMDIR");
        assertThat(List.of(noImage.exit(), directory.exit())).containsOnly(1);
        assertThat(TestCommand.entries(out)).containsExactly("raw");
    }

    @Test
    void one_bad_file_is_told_and_the_others_go_on() {
        Path truncated = TestCommand.copy(TestCommand.pydicom("MR_truncated.dcm"), folder.resolve("in/a.dcm"));

        Result result = command.run(folder.resolve("in"), out);

        assertThat(result.err()).startsWith("refused: " + truncated + ": element (7FE0,0010) at byte ");
        assertThat(result.out()).startsWith("done 1, refused 1, failed 0, skipped 0;");
        assertThat(result.exit()).isOne();
        assertThat(TestCommand.entries(out)).containsExactly("ct.dcm");
    }

    @Test
    void the_first_bad_file_ends_the_run_if_told_so() {
        TestCommand.copy(TestCommand.pydicom("MR_truncated.dcm"), folder.resolve("in/a.dcm"));

        Result result = command.run(folder.resolve("in"), out, "--on-error", "stop", "-j", "1");

        assertThat(result.out()).startsWith("stopped by the first problem").contains("done 0, refused 1,");
        assertThat(result.exit()).isOne();
        assertThat(TestCommand.entries(out)).isEmpty();
    }

    @Test
    void outputs_that_exist_are_refused_unless_they_may_be_replaced() throws IOException {
        Files.createDirectory(out);
        Path there = Files.writeString(out.resolve("ct.dcm"), "precious");

        Result refused = command.run(folder.resolve("in"), out);

        assertThat(refused.err()).isEqualTo("refused: " + ct + ": the output exists already: " + there + "\n");
        assertThat(refused.exit()).isOne();
        assertThat(there).hasContent("precious");

        assertDone(folder.resolve("in"), out, "--overwrite");
        assertThat(TestCommand.value(there, Tags.PATIENT_ID)).isNotEmpty();
    }

    @Test
    void quiet_tells_only_what_went_wrong() throws IOException {
        Files.writeString(folder.resolve("in/notes.txt"), "not an image\n".repeat(50));
        TestCommand.copy(TestCommand.pydicom("MR_truncated.dcm"), folder.resolve("in/a.dcm"));

        Result result =
                command.run(folder.resolve("in"), out, "--quiet", "-t", "PatientID", "keep", "-t", "PatientID", "keep");

        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).singleElement().asString().startsWith("refused: ");
    }

    @Test
    void a_dry_run_writes_nothing_and_shows_no_value() {
        Result result = command.run(folder.resolve("in"), out, "--dry-run");

        assertThat(TestCommand.entries(folder)).containsExactly("in/ct.dcm");
        assertThat(out).doesNotExist();
        assertThat(result.out().lines())
                .anyMatch(line -> line.matches("TAG +EFFECT +ELEMENTS +FILES +KEYWORD +RULE"))
                .anyMatch(line -> line.matches("\\(0010,0010\\) +pseudonymized +1 +1 +PatientName +\\S.*"))
                .anyMatch(
                        line -> line.startsWith("would be done 1, refused 0,") && line.endsWith("nothing was written"));
        assertThat(result.out())
                .doesNotContain(TestCommand.value(ct, Tags.PATIENT_NAME), TestCommand.value(ct, Tags.PATIENT_ID));
        assertThat(result.exit()).isZero();
    }

    @Test
    void the_report_is_written_beside_and_may_lie_among_the_outputs() throws IOException {
        Path report = out.resolve("made/report.json");

        assertDone(folder.resolve("in"), out, "--report", report);

        assertThat(TestCommand.entries(out)).containsExactly("ct.dcm", "made/report.json");
        assertThat(Files.readString(report)).contains("\"outcome\":\"done\"").doesNotContain("a key for tests only");
    }

    @Test
    void a_report_never_takes_the_place_of_an_output() {
        Result result = command.run(folder.resolve("in"), out, "--report", out.resolve("ct.dcm"), "--overwrite");

        assertThat(result.err()).contains("--report " + out.resolve("ct.dcm") + " can't be written: exists already");
        assertThat(result.exit()).isOne();
        assertThat(TestCommand.value(out.resolve("ct.dcm"), Tags.PATIENT_ID)).isNotEmpty();
        assertThat(TestCommand.entries(out)).containsExactly("ct.dcm");
    }

    @Test
    void many_lines_of_a_kind_are_cut_short() throws IOException {
        for (int i = 0; i < 30; i++) {
            Files.writeString(folder.resolve("in/text" + i), "not an image\n".repeat(50));
            TestCommand.copy(TestCommand.pydicom("MR_truncated.dcm"), folder.resolve("in/broken" + i));
        }

        Result result = command.run(folder.resolve("in"), out);

        assertThat(result.out().lines().filter(line -> line.startsWith("skipped: ")))
                .hasSize(20);
        assertThat(result.out()).contains("... and 10 more skipped; --report FILE names them all");
        assertThat(result.err().lines().filter(line -> line.startsWith("refused: ")))
                .hasSize(20);
        assertThat(result.err()).contains("... and 10 more refused or failed; --report FILE names them all");
    }

    @Test
    void names_with_control_characters_stay_on_one_line_and_leave_the_terminal_alone() throws IOException {
        Files.writeString(folder.resolve("in/a\nb\u001b[31m"), "not an image\n".repeat(50));

        assertThat(command.run(folder.resolve("in"), out).out())
                .contains("skipped: " + folder.resolve("in") + "/a\\nb\\x1b[31m: is no DICOM file\n");
    }

    @Test
    void an_empty_folder_is_told() throws IOException {
        Result result = command.run(Files.createDirectory(folder.resolve("empty")), out);

        assertThat(result.out()).startsWith("no file in " + folder.resolve("empty"));
        assertThat(result.exit()).isZero();
    }

    @Test
    void thousands_of_files_are_told_of_while_they_are_treated() throws IOException {
        for (int i = 0; i < 1001; i++) Files.writeString(folder.resolve("in/" + i), "");

        Result result = command.run(folder.resolve("in"), out);

        assertThat(result.err()).matches("1000 (of 1002 )?files, \\S+ files/s(, \\S+ s left)?\n");
    }
}
