// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.Objects;
import org.dicomanonymizer.identity.KeyReference;
import org.dicomanonymizer.identity.PseudonymForm;
import org.dicomanonymizer.identity.Pseudonymizer;

/**
 * Where new identities come from.
 *
 * @param key             where the key is found; null if the caller brings one
 * @param project         keeps projects with one key apart: under another name all UIDs, pseudonyms and shifts are others; empty
 *                        for none
 * @param pseudonymPrefix text before the pseudonyms where no rule says otherwise
 * @param pseudonymLength letters of that pseudonym, 8 to 32
 */
public record IdentitySettings(KeyReference key, String project, String pseudonymPrefix, int pseudonymLength) {
    /** A key that the caller brings, no project, pseudonyms of 16 letters without prefix. */
    public static final IdentitySettings DEFAULT = new IdentitySettings(null, "", "", PseudonymForm.DEFAULT_LENGTH);

    /** What Patient ID and Patient's Name, of VR LO and PN, take. */
    private static final int MAX_CHARACTERS = 64;

    public IdentitySettings {
        Objects.requireNonNull(project, "project");
        if (pseudonymLength < PseudonymForm.MIN_LENGTH || pseudonymLength > Pseudonymizer.MAX_CODE_LENGTH)
            throw new IllegalArgumentException("a pseudonym has " + PseudonymForm.MIN_LENGTH + " to "
                    + Pseudonymizer.MAX_CODE_LENGTH + " letters");
        if (pseudonymPrefix.length() + pseudonymLength > MAX_CHARACTERS)
            throw new IllegalArgumentException(
                    "prefix and pseudonym together have at most " + MAX_CHARACTERS + " characters");
    }

    /** What pseudonyms look like where no rule says otherwise. */
    public PseudonymForm pseudonymForm() {
        return new PseudonymForm(pseudonymPrefix, pseudonymLength);
    }
}
