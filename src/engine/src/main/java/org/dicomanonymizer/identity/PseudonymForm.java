// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

/**
 * What pseudonyms of patients look like.
 *
 * @param prefix text before the pseudonym, empty for none
 * @param length letters of the pseudonym, {@value #MIN_LENGTH} to {@value Pseudonymizer#MAX_CODE_LENGTH}
 */
public record PseudonymForm(String prefix, int length) {
    /** The fewest letters of a pseudonym that keep patients apart. */
    public static final int MIN_LENGTH = 8;

    /** Letters of a pseudonym unless a profile says otherwise. */
    public static final int DEFAULT_LENGTH = 16;
}
