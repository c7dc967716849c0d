// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.dicomanonymizer.batch.Reasons;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.rule.ConfigurationException;
import picocli.CommandLine.Option;

/** Where the key comes from: the option, else one of two environment variables. */
final class KeyOptions {
    static final String FILE_VARIABLE = "DICOM_ANONYMIZER_KEY_FILE";
    static final String KEY_VARIABLE = "DICOM_ANONYMIZER_KEY";

    /** What to do about a missing key. */
    static final String ADVICE =
            "no key given: this run makes its own, and no later run will give the same UIDs and pseudonyms;"
                    + " make one with: openssl rand -hex 32 > project.key, and give it with: --key-file project.key";

    private final Map<String, String> environment;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description =
                    "The secret that new UIDs and pseudonyms are derived from: the same key gives the same ones. By default"
                            + " the file in the environment variable " + FILE_VARIABLE + ", or the key itself in "
                            + KEY_VARIABLE
                            + ", else a random key.")
    private Path file;

    KeyOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The key, or none if none is given.
     *
     * @throws ConfigurationException if it can't be read or is too short, or two are given by the environment
     */
    Optional<ProjectKey> key() {
        if (file != null) return Optional.of(read("--key-file", file));
        String variable = environment.get(FILE_VARIABLE);
        String key = environment.get(KEY_VARIABLE);
        if (variable != null && key != null)
            throw new ConfigurationException(
                    FILE_VARIABLE + " and " + KEY_VARIABLE + " are both set; unset one of them");
        if (variable != null) return Optional.of(read(variable));
        if (key == null) return Optional.empty();
        try {
            return Optional.of(ProjectKey.of(key));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    KEY_VARIABLE + ": " + e.getMessage() + "; make one with: openssl rand -hex 32");
        }
    }

    private static ProjectKey read(String variable) {
        try {
            return read(FILE_VARIABLE, Path.of(variable));
        } catch (InvalidPathException e) {
            throw new ConfigurationException(FILE_VARIABLE + ": no path");
        }
    }

    private static ProjectKey read(String source, Path file) {
        try {
            return ProjectKey.read(file);
        } catch (IOException e) {
            String reason = Reasons.of(e);
            throw new ConfigurationException(
                    source + " " + (reason.startsWith(file + ": ") ? reason : file + ": " + reason));
        }
    }
}
