// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

/**
 * A fault of a profile.
 *
 * @param code    what kind of fault
 * @param file    the name of the file, or what stands for it
 * @param line    the line from 1, 0 if unknown
 * @param column  the column from 1, 0 if unknown
 * @param key     the rule and the key, such as {@code rule 3, "action"}; empty for the file as a whole
 * @param message reason and remedy
 */
public record Problem(ProblemCode code, String file, int line, int column, String key, String message) {

    /** {@code FILE:LINE:COLUMN: CODE KEY: MESSAGE}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + code.number() + (code.isError() ? " " : " (warning) ") + (key.isEmpty() ? "" : key + ": ")
                + message;
    }
}
