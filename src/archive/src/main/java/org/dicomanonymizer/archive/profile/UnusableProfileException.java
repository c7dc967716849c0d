// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.profile;

/**
 * A profile that is missing, or whose configuration has errors. The message is made for the archive's administrator: it names
 * the profile, the reason and the remedy, and quotes the configuration only, never an object.
 */
public final class UnusableProfileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnusableProfileException(String message) {
        super(message);
    }
}
