// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomanonymizer.cli.TestCommand.Result;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReidentifyCommandTest {
    private static final int PATIENT_NAME = 0x00100010;
    private static final Path CT = TestCommand.SAMPLES.resolve("ct.dcm");

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_keys() throws IOException, InterruptedException {
        Keys.make(keys);
        Keys.openssl(keys, "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out stranger.key");
    }

    private Path deidentified() {
        Path out = folder.resolve("deidentified/ct.dcm");
        Result result = new TestCommand()
                .with("DICOM_ANONYMIZER_KEY", "a key for tests only")
                .run(CT, out, "-t", "PatientName", "encrypt", "--recipient", keys.resolve("doctor.pem"));
        assertThat(result.exit()).as(result.err()).isZero();
        return out;
    }

    @Test
    void restores_a_file_and_a_folder() {
        Path in = deidentified();
        Path key = keys.resolve("doctor.key");
        Result file = new TestCommand().run("reidentify", in, folder.resolve("one.dcm"), "--private-key", key);
        Result all = new TestCommand().run("reidentify", in.getParent(), folder.resolve("all"), "--private-key", key);
        for (Result result : new Result[] {file, all}) {
            assertThat(result.exit()).as(result.err()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(result.out()).contains("done 1, refused 0").doesNotContain("key");
        }
        String name = TestCommand.value(CT, PATIENT_NAME);
        assertThat(TestCommand.value(folder.resolve("one.dcm"), PATIENT_NAME)).isEqualTo(name);
        assertThat(TestCommand.value(folder.resolve("all/ct.dcm"), PATIENT_NAME))
                .isEqualTo(name);
    }

    @Test
    void takes_the_password_from_a_file_or_the_environment_only() throws IOException {
        Path in = deidentified();
        Path store = keys.resolve("doctor.p12");
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        assertThat(new TestCommand()
                        .run(
                                "reidentify",
                                in,
                                folder.resolve("1"),
                                "--private-key",
                                store,
                                "--password-file",
                                password,
                                "--key-alias",
                                "doctor")
                        .exit())
                .isZero();
        assertThat(new TestCommand()
                        .with("DICOM_ANONYMIZER_PASSWORD", "secret")
                        .run("reidentify", in, folder.resolve("2"), "--private-key", store)
                        .exit())
                .isZero();
        Result wrong = new TestCommand()
                .with("DICOM_ANONYMIZER_PASSWORD", "not it")
                .run("reidentify", in, folder.resolve("3"), "--private-key", store);
        assertThat(wrong.exit()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(wrong.err())
                .contains("doctor.p12: is not opened by the password")
                .doesNotContain("not it");
    }

    @Test
    void refuses_what_can_not_be_restored_and_goes_on_with_the_others() throws IOException {
        Path in = deidentified();
        Path folderIn = in.getParent();
        Files.copy(CT, folderIn.resolve("plain.dcm"));
        byte[] damaged = Files.readAllBytes(in);
        int content = new String(damaged, StandardCharsets.ISO_8859_1).lastIndexOf("\0\4\40\5OB");
        int length = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN).getInt(content + 8);
        damaged[content + 12 + length - 60] ^= 1;
        Files.write(folderIn.resolve("damaged.dcm"), damaged);
        Result result = new TestCommand()
                .run(
                        "reidentify",
                        folderIn,
                        folder.resolve("out"),
                        "--private-key",
                        keys.resolve("doctor.key"),
                        "--report",
                        folder.resolve("report.json"));
        assertThat(result.exit()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(result.err())
                .containsPattern("refused: .*plain.dcm: holds no encrypted originals")
                .containsPattern("refused: .*damaged.dcm: the encrypted content is damaged");
        assertThat(TestCommand.entries(folder.resolve("out"))).containsExactly("ct.dcm");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains(
                        "\"task\":\"reidentify\"", "\"restored\":{\"decrypted from (0400,0500)\":{\"(0010,0010)\":1}}")
                .doesNotContain(TestCommand.value(CT, PATIENT_NAME));
    }

    @Test
    void tells_a_key_that_does_not_fit() {
        Result result = new TestCommand()
                .run(
                        "reidentify",
                        deidentified(),
                        folder.resolve("out"),
                        "--private-key",
                        keys.resolve("stranger.key"));
        assertThat(result.exit()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(result.err()).contains("the private key does not open");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void a_dry_run_tells_what_would_come_back() {
        Result result = new TestCommand()
                .run(
                        "reidentify",
                        deidentified(),
                        folder.resolve("out"),
                        "--dry-run",
                        "--private-key",
                        keys.resolve("doctor.key"));
        assertThat(result.out()).containsPattern("\\(0010,0010\\) +restored").contains("nothing was written");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void wrong_usage_is_told() {
        assertThat(new TestCommand()
                        .run("reidentify", CT, folder.resolve("out"))
                        .err())
                .contains("--private-key");
        assertThat(new TestCommand()
                        .run("reidentify", CT, "--private-key", keys.resolve("doctor.key"))
                        .err())
                .contains("OUTPUT is missing");
        Result noRecipient = new TestCommand().run(CT, folder.resolve("out"), "-t", "PatientName", "encrypt");
        assertThat(noRecipient.exit()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(noRecipient.err()).contains("-t 1", "no recipient");
        Result noCertificate =
                new TestCommand().run(CT, folder.resolve("out"), "--recipient", keys.resolve("doctor.key"));
        assertThat(noCertificate.exit()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(noCertificate.err()).contains("--recipient", "no X.509 certificate");
    }
}
