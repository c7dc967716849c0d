// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.testing.TestCertificates;
import org.dicomanonymizer.testing.TestCertificates.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecipientsTest {
    private static final Identity DOCTOR = TestCertificates.rsa("Doctor");

    @TempDir
    private Path folder;

    @Test
    void a_certificate_is_read_from_PEM_and_DER() throws IOException, CertificateEncodingException {
        Path pem = DOCTOR.writeCertificate(folder.resolve("doctor.pem"));
        Path der =
                Files.write(folder.resolve("doctor.der"), DOCTOR.certificate().getEncoded());
        assertThat(Recipients.read(List.of(pem)).and(Recipients.read(List.of(der))))
                .hasToString("[CN=Doctor]");
    }

    @Test
    void every_certificate_that_can_not_be_used_is_told_with_the_reason() throws IOException {
        KeyPair keys = DOCTOR.keys();
        Path expired = TestCertificates.of("A", keys, -9, -2, 0).writeCertificate(folder.resolve("expired"));
        Path future = TestCertificates.of("B", keys, 2, 9, 0).writeCertificate(folder.resolve("future"));
        Path signing = TestCertificates.of("C", keys, -1, 9, KeyUsage.digitalSignature)
                .writeCertificate(folder.resolve("signing"));
        Path weak = TestCertificates.of("D", TestCertificates.keys("RSA", 2048), -1, 9, 0)
                .writeCertificate(folder.resolve("weak"));
        Path key = DOCTOR.writeKey(folder.resolve("key"));
        Path two = Files.writeString(folder.resolve("two"), Files.readString(expired) + Files.readString(future));
        Path absent = folder.resolve("absent");
        assertThatThrownBy(() -> Recipients.read(List.of(expired, future, signing, weak, key, two, absent)))
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .satisfiesExactly(
                                        problem -> assertThat(problem).startsWith(expired + ": expired on "),
                                        problem -> assertThat(problem).startsWith(future + ": is not valid before "),
                                        problem -> assertThat(problem)
                                                .contains("key usage does not allow keyEncipherment"),
                                        problem -> assertThat(problem).contains("2048 bits, at least 3072 are needed"),
                                        problem -> assertThat(problem).contains("no X.509 certificate"),
                                        problem -> assertThat(problem).contains("holds 2 certificates"),
                                        problem -> assertThat(problem).contains("can't be read")));
    }

    @Test
    void a_key_that_only_signs_is_refused() {
        Identity signer = TestCertificates.of("Signer", TestCertificates.keys("Ed25519", 255), -1, 9, 0);
        assertThatThrownBy(() -> Recipients.of(List.of(signer.certificate())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CN=Signer")
                .hasMessageContaining("RSA and EC");
    }

    @Test
    void a_certificate_for_encryption_is_accepted() {
        Identity recipient = TestCertificates.of("E", DOCTOR.keys(), -1, 9, KeyUsage.keyEncipherment);
        assertThat(Recipients.of(List.of(recipient.certificate())).isEmpty()).isFalse();
    }
}
