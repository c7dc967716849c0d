// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.Objects;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.rule.Selector;

/**
 * A rule of the site: what is done to the elements that it selects.
 *
 * @param selector which elements
 * @param action   what is done to them
 * @param name     the action's name, for reports
 * @param origin   where the rule stands, for reports and messages: "-t 2", "profile.json rule 3"
 */
public record Rule(Selector selector, ElementAction action, String name, String origin) {
    public Rule {
        Objects.requireNonNull(selector, "selector");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(origin, "origin");
    }

    /** As a person would say it: selector, action and origin. */
    @Override
    public String toString() {
        return selector + " " + name + " [" + origin + "]";
    }
}
