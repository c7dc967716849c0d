// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.health;

/**
 * Something in the configuration that lets originals out, or refuses objects, though the administrator may not expect it.
 *
 * @param where  the application entity, or the device, that has the rule
 * @param rule   the rule's common name ({@code cn})
 * @param reason what is wrong, and what to do
 */
public record Finding(String where, String rule, String reason) {
    /** As the log has it. */
    @Override
    public String toString() {
        return "Coercion rule \"" + rule + "\" of " + where + ": " + reason;
    }
}
