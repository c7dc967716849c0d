// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.List;
import org.dicomanonymizer.rule.Selector;

/**
 * Which private elements stay where no rule selects them.
 *
 * @param keep whether all of them stay
 * @param safe elements that the site knows to be safe, beside those of PS3.15 E.3.10, for the option Retain Safe Private
 */
public record PrivateSettings(boolean keep, List<Selector.OfPrivate> safe) {
    /** None stays, but for what the option Retain Safe Private finds safe. */
    public static final PrivateSettings REMOVE = new PrivateSettings(false, List.of());

    /** All stay. */
    public static final PrivateSettings KEEP = new PrivateSettings(true, List.of());

    public PrivateSettings {
        safe = List.copyOf(safe);
    }

    PrivateSettings withKeep(boolean all) {
        return new PrivateSettings(all, safe);
    }
}
