// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.nio.file.Path;
import java.util.List;

/**
 * For whom rules with the action {@code encrypt} encrypt.
 *
 * @param recipients the files of the recipients' X.509 certificates, in PEM or DER, one in each
 */
public record EncryptionSettings(List<Path> recipients) {
    /** For nobody. */
    public static final EncryptionSettings NONE = new EncryptionSettings(List.of());

    public EncryptionSettings {
        recipients = List.copyOf(recipients);
    }
}
