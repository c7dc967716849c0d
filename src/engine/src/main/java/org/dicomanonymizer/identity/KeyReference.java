// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** Where a key is found: configurations name the place and never hold the key itself. */
public sealed interface KeyReference {

    /**
     * The key.
     *
     * @throws IOException if there is none, or it can't be read; the message names the place and the remedy
     */
    ProjectKey read() throws IOException;

    /** A file, as {@link ProjectKey#read} reads it. */
    record OfFile(Path file) implements KeyReference {
        public OfFile {
            Objects.requireNonNull(file, "file");
        }

        @Override
        public ProjectKey read() throws IOException {
            return ProjectKey.read(file);
        }

        @Override
        public String toString() {
            return "key file " + file;
        }
    }

    /** A variable of the environment that holds the key as text. */
    record OfEnvironment(String variable) implements KeyReference {
        public OfEnvironment {
            Objects.requireNonNull(variable, "variable");
        }

        @Override
        public ProjectKey read() throws IOException {
            String value = System.getenv(variable);
            if (value == null || value.isBlank())
                throw new IOException("environment variable " + variable + " is not set; it has to hold the key");
            try {
                return ProjectKey.of(value);
            } catch (IllegalArgumentException e) {
                throw new IOException("environment variable " + variable + ": " + e.getMessage(), e);
            }
        }

        @Override
        public String toString() {
            return "key in environment variable " + variable;
        }
    }
}
