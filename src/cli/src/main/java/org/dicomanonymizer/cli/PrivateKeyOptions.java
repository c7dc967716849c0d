// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Map;
import org.dicomanonymizer.batch.Reasons;
import org.dicomanonymizer.encryption.PrivateKeyFile;
import org.dicomanonymizer.rule.ConfigurationException;
import picocli.CommandLine.Option;

/** Where a private key comes from. Its password is no option: everybody on the machine can see those. */
final class PrivateKeyOptions {
    static final String PASSWORD_VARIABLE = "DICOM_ANONYMIZER_PASSWORD";

    private final Map<String, String> environment;

    @Option(
            names = "--private-key",
            paramLabel = "FILE",
            required = true,
            description =
                    "The private key to a certificate that the originals were encrypted for: PEM, PKCS#8 or PKCS#12.")
    private Path file;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description =
                    "A file with the password of the private key in its first line. By default the password in the"
                            + " environment variable " + PASSWORD_VARIABLE + ", else none.")
    private Path passwordFile;

    @Option(
            names = "--key-alias",
            paramLabel = "NAME",
            description = "The name of the private key, for a key store that holds several.")
    private String alias;

    PrivateKeyOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws ConfigurationException if the key can't be read */
    PrivateKey key() {
        return PrivateKeyFile.read(file, password(), alias);
    }

    private char[] password() {
        if (passwordFile == null) {
            String password = environment.get(PASSWORD_VARIABLE);
            return password == null ? null : password.toCharArray();
        }
        try {
            return Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
        } catch (IOException e) {
            throw new ConfigurationException("--password-file " + passwordFile + ": " + Reasons.of(e));
        }
    }
}
