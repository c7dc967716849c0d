// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.rule.ConfigurationException;

/** Collects the faults of a file, from the part that is being read. Not thread-safe. */
final class Problems {
    private final List<Problem> found;
    private final String file;
    private final String key;

    Problems(String file) {
        this(new ArrayList<>(), file, "");
    }

    private Problems(List<Problem> found, String file, String key) {
        this.found = found;
        this.file = file;
        this.key = key;
    }

    /** The same collection for a part of the file, such as {@code rule 3}; follows the part that this one is for. */
    Problems at(String part) {
        if (key.isEmpty() || part.isEmpty()) return new Problems(found, file, key + part);
        boolean path = key.endsWith("\"") && part.startsWith("\"");
        String joined = path ? key.substring(0, key.length() - 1) + "." + part.substring(1) : key + ", " + part;
        return new Problems(found, file, joined);
    }

    /** The same collection for another file. */
    Problems in(String otherFile) {
        return new Problems(found, otherFile, "");
    }

    String file() {
        return file;
    }

    void add(ProblemCode code, Json.Place place, String message) {
        found.add(new Problem(code, file, place.line(), place.column(), key, message));
    }

    /** Adds what a parser has found. */
    void add(ProblemCode code, Json.Place place, ConfigurationException faults) {
        faults.problems().forEach(message -> add(code, place, message));
    }

    /** @throws ConfigurationException if there are errors; it tells all of them */
    void refuseErrors() {
        List<String> errors = found.stream()
                .filter(problem -> problem.code().isError())
                .map(Problem::toString)
                .toList();
        if (!errors.isEmpty()) throw new ConfigurationException(errors);
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
