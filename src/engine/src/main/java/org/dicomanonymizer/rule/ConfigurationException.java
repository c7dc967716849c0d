// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.util.List;

/**
 * Rules or settings that can't be used. All that is wrong is told at once; nothing has been treated yet. The messages quote
 * the configuration, never a data set.
 */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigurationException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public ConfigurationException(String problem) {
        this(List.of(problem));
    }

    /** One line for each fault, naming its place, the reason and what is accepted. */
    public List<String> problems() {
        return problems;
    }

    /** The same faults, each preceded by the place where they were found. */
    public ConfigurationException at(String place) {
        return new ConfigurationException(
                problems.stream().map(problem -> place + ": " + problem).toList());
    }
}
