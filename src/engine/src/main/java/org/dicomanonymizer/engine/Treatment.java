// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.profile.Rule;

/**
 * What a compiled profile decided for an element.
 *
 * @param action what is done
 * @param reason which rule decided, for reports and previews
 * @param bySite whether a rule of the site decided
 */
record Treatment(ElementAction action, String reason, boolean bySite) {

    /** What a rule of the site does. */
    static Treatment bySite(Rule rule) {
        return new Treatment(rule.action(), rule.name() + " by " + rule.origin(), true);
    }

    /** A decision of the standard, or of this software. */
    Treatment(ElementAction action, String reason) {
        this(action, reason, false);
    }
}
