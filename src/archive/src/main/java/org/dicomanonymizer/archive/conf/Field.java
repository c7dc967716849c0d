// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.util.List;
import java.util.Optional;

/**
 * An attribute of an entry of the configuration.
 *
 * @param attribute its name, in LDAP and in the JSON of devices
 * @param kind      what its values are
 * @param path      the keys that lead to it in a profile or rule in the engine's JSON, divided by dots; empty for one that has no
 *                  simple counterpart there
 */
record Field(String attribute, Kind kind, String path) {

    /** What values an attribute has. */
    enum Kind {
        /** One text. */
        TEXT,
        /** Texts without order. */
        TEXTS,
        /** One word in ASCII. */
        WORD,
        /** Words in ASCII, without order. */
        WORDS,
        /** A whole number of 32 bits. */
        INTEGER,
        /** {@code TRUE} or {@code FALSE}. */
        BOOLEAN;

        boolean isList() {
            return this == TEXTS || this == WORDS;
        }

        boolean isAscii() {
            return this == WORD || this == WORDS;
        }
    }

    List<String> keys() {
        return List.of(path.split("\\."));
    }

    /** A whole number of an attribute, if it is one. */
    static Optional<Integer> integer(String value) {
        try {
            return Optional.of(Integer.valueOf(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A truth value of an attribute, if it is one. */
    static Optional<Boolean> bool(String value) {
        return switch (value) {
            case "TRUE" -> Optional.of(true);
            case "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** How LDAP writes a truth value. */
    static String of(boolean value) {
        return value ? "TRUE" : "FALSE";
    }
}
