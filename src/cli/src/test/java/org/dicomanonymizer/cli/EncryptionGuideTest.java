// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.Reidentifier;
import org.dicomanonymizer.cli.TestCommand.Result;
import org.dicomanonymizer.encryption.PrivateKeyFile;
import org.dicomanonymizer.profile.ProfileReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the guide to reversible de-identification, run as they stand. */
class EncryptionGuideTest {
    private static final Path GUIDE = Path.of("../../docs/encryption.md");
    private static final Path SAMPLE = TestCommand.SAMPLES.resolve("ct.dcm");

    /** The guide's command and Python are those of this build and of the tests. */
    private static final String FRAME = """
            set -e
            cd '%s'
            dicom-anonymizer() { '%s/bin/java' -cp '%s' org.dicomanonymizer.cli.Main "$@"; }
            python3() { /usr/bin/python3 "$@"; }
            """;

    @TempDir
    private Path folder;

    private static List<String> examples(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    @Test
    void the_example_runs_from_the_key_to_the_restored_object() throws IOException, InterruptedException {
        Files.copy(SAMPLE, folder.resolve("ct.dcm"));
        Files.writeString(folder.resolve("project.key"), "a key for tests only");
        String script = FRAME.formatted(folder, System.getProperty("java.home"), System.getProperty("java.class.path"))
                + String.join("\n", examples("sh"));
        Path output = folder.resolve("output.txt");

        Process shell = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();

        assertThat(shell.waitFor()).as(() -> read(output)).isZero();
        String name = TestCommand.value(SAMPLE, 0x00100010);
        Path deidentified = folder.resolve("deidentified.dcm");
        Path restored = folder.resolve("restored.dcm");
        assertThat(read(deidentified)).doesNotContain(name);
        for (int tag : new int[] {0x00100010, 0x00100020, 0x00100030, 0x00080050, 0x0020000D, 0x0020000E, 0x00080018})
            assertThat(TestCommand.value(restored, tag)).isEqualTo(TestCommand.value(SAMPLE, tag));
        assertThat(TestCommand.metaValue(restored, 0x00020003)).isEqualTo(TestCommand.value(SAMPLE, 0x00080018));
        assertThat(TestCommand.value(restored, 0x00120062)).isEqualTo("NO");
        assertThat(TestCommand.value(restored, 0x00080080)).isEqualTo(TestCommand.value(deidentified, 0x00080080));
        assertThat(read(folder.resolve("originals.bin"))).contains(name);
    }

    @Test
    void the_dictionary_is_accepted() throws IOException, InterruptedException {
        Path rules =
                Files.writeString(folder.resolve("rules.json"), examples("json").get(0));
        Keys.make(folder);

        Result result = new TestCommand()
                .run(
                        SAMPLE,
                        folder.resolve("out.dcm"),
                        "--dictionary",
                        rules,
                        "--recipient",
                        folder.resolve("doctor.pem"));

        assertThat(result.exit()).as(result.err()).isZero();
        assertThat(TestCommand.value(folder.resolve("out.dcm"), 0x00100010)).isEmpty();
    }

    @Test
    void the_profile_encrypts_for_the_certificate_beside_it() throws IOException, InterruptedException {
        Path file =
                Files.writeString(folder.resolve("trial.json"), examples("json").get(1));
        Keys.make(folder);
        Path deidentified = folder.resolve("deidentified.dcm");
        Path restored = folder.resolve("restored.dcm");

        Anonymizer.builder().profile(ProfileReader.read(file).orThrow()).build().anonymize(SAMPLE, deidentified);
        new Reidentifier(PrivateKeyFile.read(folder.resolve("doctor.key"), null, null))
                .reidentify(deidentified, restored);

        String name = TestCommand.value(SAMPLE, 0x00100010);
        assertThat(TestCommand.value(deidentified, 0x00100010)).isNotEqualTo(name);
        assertThat(TestCommand.value(restored, 0x00100010)).isEqualTo(name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
