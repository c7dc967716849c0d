// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.util.Locale;

/** What became of one input. */
public enum Outcome {
    /** De-identified; in a dry run: would be. */
    DONE,
    /** Not written, since it could not be made safe, is broken, or its output exists: somebody has to look at it. */
    REFUSED,
    /** Not written, since reading or writing failed. */
    FAILED,
    /** Nothing to de-identify, such as a text file in a folder. */
    SKIPPED;

    /** Whether the input asks for attention. */
    public boolean isProblem() {
        return this == REFUSED || this == FAILED;
    }

    /** As reports write it: lower case. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
