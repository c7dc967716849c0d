// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.testing.Program;
import org.dicomanonymizer.testing.TestCertificates;
import org.dicomanonymizer.testing.TestCertificates.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key files as openssl makes them. */
class PrivateKeyFileTest {
    private static final Identity DOCTOR = TestCertificates.rsa("Doctor");
    private static final char[] PASSWORD = "correct horse".toCharArray();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        DOCTOR.writeKey(folder.resolve("doctor.key"));
        DOCTOR.writeCertificate(folder.resolve("doctor.pem"));
    }

    private Path openssl(String arguments) {
        Program.Run run = Program.run("sh", "-c", "cd " + folder + " && openssl " + arguments);
        assertThat(run.exit()).as(run.output()).isZero();
        return folder.resolve("out");
    }

    private static void assertOpens(PrivateKey key) {
        assertThat(key.getEncoded()).isEqualTo(DOCTOR.keys().getPrivate().getEncoded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs8 -topk8 -nocrypt -in doctor.key -out out",
                "pkcs8 -topk8 -nocrypt -in doctor.key -outform DER -out out",
                "rsa -traditional -in doctor.key -out out",
                "pkcs12 -export -inkey doctor.key -in doctor.pem -name doctor -passout pass: -out out"
            })
    void without_a_password(String command) throws Exception {
        Path file = openssl(command);
        assertOpens(PrivateKeyFile.read(file, command.startsWith("pkcs12") ? new char[0] : null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkcs8 -topk8 -in doctor.key -passout file:pw -out out",
                "pkcs8 -topk8 -v2 des3 -in doctor.key -passout file:pw -out out",
                "pkcs8 -topk8 -scrypt -in doctor.key -passout file:pw -out out",
                "pkcs8 -topk8 -in doctor.key -passout file:pw -outform DER -out out",
                "rsa -traditional -aes256 -in doctor.key -passout file:pw -out out",
                "pkcs12 -export -inkey doctor.key -in doctor.pem -name doctor -passout file:pw -out out"
            })
    void with_a_password(String command) throws Exception {
        Files.writeString(folder.resolve("pw"), new String(PASSWORD));
        Path file = openssl(command);
        assertOpens(PrivateKeyFile.read(file, PASSWORD, null));
        for (char[] wrong : new char[][] {"wrong".toCharArray(), null})
            assertThatThrownBy(() -> PrivateKeyFile.read(file, wrong, null))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(file + ": ")
                    .hasMessageContaining("password");
    }

    @Test
    void a_key_of_a_store_is_found_by_its_alias() throws Exception {
        Files.writeString(folder.resolve("pw"), new String(PASSWORD));
        Path file = openssl("pkcs12 -export -inkey doctor.key -in doctor.pem -name doctor -passout file:pw -out out");
        assertOpens(PrivateKeyFile.read(file, PASSWORD, "doctor"));
        assertThatThrownBy(() -> PrivateKeyFile.read(file, PASSWORD, "nurse"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"nurse\"")
                .hasMessageContaining("doctor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp384r1", "prime256v1"})
    void a_key_of_an_elliptic_curve(String curve) throws Exception {
        Path file = openssl("ecparam -genkey -name " + curve + " -out out");
        assertThat(PrivateKeyFile.read(file, null, null).getAlgorithm()).startsWith("EC");
    }

    @Test
    void what_is_no_private_key_is_told() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "Dear Jane,");
        for (Path file : new Path[] {text, folder.resolve("doctor.pem"), folder.resolve("absent")})
            assertThatThrownBy(() -> PrivateKeyFile.read(file, null, null))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageStartingWith(file + ": ")
                    .hasMessageNotContaining("Jane");
    }
}
