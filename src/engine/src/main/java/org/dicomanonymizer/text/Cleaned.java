// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.Set;

/**
 * A text rid of what identifies.
 *
 * @param text    what is left; the original itself if nothing was found
 * @param reasons what was found, by kind, such as "patient name" or "date day month year"; no values
 */
public record Cleaned(String text, Set<String> reasons) {

    /** Whether anything went. */
    public boolean changed() {
        return !reasons.isEmpty();
    }

    /** The reasons only: text stays out of logs. */
    @Override
    public String toString() {
        return "cleaned of " + reasons;
    }
}
