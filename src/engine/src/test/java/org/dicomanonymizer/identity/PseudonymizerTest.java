// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymizerTest {
    private static final String SECRET = "correct horse battery";

    private Pseudonymizer pseudonyms = new Pseudonymizer(ProjectKey.of(SECRET));

    @Test
    void the_same_key_gives_the_same_results_on_every_machine_and_day() {
        assertThat(pseudonyms.uid("1.2.840.113619.2.1"))
                .isEqualTo(new Pseudonymizer(ProjectKey.of(SECRET)).uid("1.2.840.113619.2.1"));
        assertThat(pseudonyms.uid("1.2.840.113619.2.1")).isEqualTo(pseudonyms.uid(" 1.2.840.113619.2.1\0"));
        assertThat(pseudonyms.uid("1.2.840.113619.2.1"))
                .isNotEqualTo(new Pseudonymizer(ProjectKey.of("another key of 16")).uid("1.2.840.113619.2.1"));
    }

    @Test
    void a_new_UID_is_a_UUID_in_decimal() {
        String uid = pseudonyms.uid("1.2.3");
        assertThat(uid).matches("2\\.25\\.[1-9][0-9]{0,38}").hasSizeLessThanOrEqualTo(64);
        String hex = String.format("%032x", new BigInteger(uid.substring(5)));
        assertThat(hex.charAt(12)).as("version").isEqualTo('8');
        assertThat("89ab").as("variant").contains(hex.substring(16, 17));
    }

    /** Sites go on with the mappings that they have begun: these never change. */
    @Test
    void the_results_for_a_key_are_those_of_every_release() {
        assertThat(pseudonyms.uid("1.2.3")).isEqualTo("2.25.209273399548175757879606670421899497408");
        assertThat(pseudonyms.uid("1.2.840.113619.2.1")).isEqualTo("2.25.107374311797145453804521569786292919089");
        assertThat(pseudonyms.code("patient", 16, "4711")).isEqualTo("CJKQTRNSKXVTZLCL");
        assertThat(pseudonyms.code("patient", 32, "4711", "ISSUER")).isEqualTo("QFCNVHWQXQMDZCTFKPTKGVBQVNDPLWMX");
        assertThat(pseudonyms.number("days", -400, -30, "4711")).isEqualTo(-154);
    }

    @Test
    void a_result_is_the_same_whether_it_is_remembered_or_worked_out() {
        List<String> results = IntStream.range(0, 3000).mapToObj(this::results).toList();
        assertThat(IntStream.range(0, 3000).mapToObj(this::results)).containsExactlyElementsOf(results);
        assertThat(results).doesNotHaveDuplicates();
        pseudonyms = new Pseudonymizer(ProjectKey.of(SECRET));
        assertThat(IntStream.range(0, 3000).mapToObj(i -> results(2999 - i)))
                .containsExactlyInAnyOrderElementsOf(results);
    }

    private String results(int i) {
        return pseudonyms.uid("1.2." + i) + " " + pseudonyms.code("patient", 8, "" + i) + " "
                + pseudonyms.code("patient", 9, "" + i) + " " + pseudonyms.number("days", 0, 99, "" + i) + " "
                + pseudonyms.number("days", 0, 9999, "" + i);
    }

    @Test
    void digits_are_those_of_the_exact_number() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            Arrays.fill(bytes, 0, random.nextInt(17), (byte) (random.nextBoolean() ? 0 : -1));
            BigInteger exact = new BigInteger(1, Arrays.copyOf(bytes, 16));
            assertThat(new WholeNumber(bytes, 16).takeDecimal()).isEqualTo(exact.toString());
            assertThat(new WholeNumber(bytes, 32).divide(1_280_000_000))
                    .isEqualTo(new BigInteger(1, bytes)
                            .mod(BigInteger.valueOf(1_280_000_000))
                            .intValue());
        }
    }

    @Test
    void codes_are_letters_of_the_asked_length_and_differ_by_kind() {
        assertThat(pseudonyms.code("patient", 16, "4711")).matches("[BCDFGHJKLMNPQRSTVWXZ]{16}");
        assertThat(pseudonyms.code("patient", 16, "4711")).isNotEqualTo(pseudonyms.code("study", 16, "4711"));
        assertThat(pseudonyms.code("patient", 16, "a", "bc")).isNotEqualTo(pseudonyms.code("patient", 16, "ab", "c"));
    }

    @Test
    void numbers_reach_both_bounds_and_stay_within() {
        for (int i = 0; i < 1000; i++)
            assertThat(pseudonyms.number("days", -2, 2, "patient " + i)).isBetween(-2L, 2L);
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(i -> pseudonyms.number("days", -2, 2, "patient " + i))
                        .distinct())
                .containsExactlyInAnyOrder(-2L, -1L, 0L, 1L, 2L);
    }

    @Test
    void patients_of_different_issuers_never_merge() {
        assertThat(pseudonym("PatientID LO 1\nIssuerOfPatientID LO A"))
                .isNotEqualTo(pseudonym("PatientID LO 1\nIssuerOfPatientID LO B"));
        assertThat(pseudonym("PatientID LO 1\nIssuerOfPatientID LO A"))
                .isEqualTo(pseudonym("PatientID LO 1\nIssuerOfPatientID LO A\nPatientName PN X"));
        assertThat(pseudonym("PatientName PN Doe^J\nStudyInstanceUID UI 1.2"))
                .isNotEqualTo(pseudonym("PatientName PN Doe^J\nStudyInstanceUID UI 1.3"));
        assertThat(pseudonym("PatientName PN Doe^J\nPatientBirthDate DA 19500101"))
                .isEqualTo(pseudonym("PatientName PN Doe^J\nPatientBirthDate DA 19500101\nStudyInstanceUID UI 1.3"));
    }

    @Test
    void an_item_that_repeats_the_patients_ID_means_the_same_patient() {
        Subject subject = Subject.of(DataSetText.parse("PatientID LO 1\nIssuerOfPatientID LO A"));
        assertThat(subject.within(DataSetText.parse("PatientID LO 1"))).isSameAs(subject);
        assertThat(subject.within(DataSetText.parse("PatientID LO 2")).pseudonym(pseudonyms, 16))
                .isNotEqualTo(subject.pseudonym(pseudonyms, 16));
        assertThat(subject.within(DataSetText.parse("StudyDate DA 20200101"))).isSameAs(subject);
    }

    @Test
    void nothing_shows_the_secret() {
        assertThat(ProjectKey.of(SECRET).toString()).doesNotContain("horse").matches("key [0-9a-f]{8}");
        assertThat(pseudonyms.toString()).doesNotContain("horse");
        assertThat(Subject.of(DataSetText.parse("PatientID LO 4711"))).hasToString("subject");
    }

    @Test
    void a_key_file_may_end_in_line_breaks_and_must_be_long_enough(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), SECRET + "\r\n");
        assertThat(ProjectKey.read(file).id()).isEqualTo(ProjectKey.of(SECRET).id());
        Files.writeString(file, "too short\n");
        assertThatThrownBy(() -> ProjectKey.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("16")
                .hasMessageNotContaining("too short");
    }

    private String pseudonym(String dataSet) {
        DataSet root = DataSetText.parse(dataSet);
        return Subject.of(root).pseudonym(pseudonyms, 16);
    }
}
