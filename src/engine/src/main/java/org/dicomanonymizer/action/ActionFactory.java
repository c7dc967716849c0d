// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.List;

/**
 * Makes the actions of one name out of a rule's parameters. Further ones are found by {@link java.util.ServiceLoader}: name
 * the class in {@code META-INF/services/org.dicomanonymizer.action.ActionFactory}.
 */
public interface ActionFactory {

    /** The name that rules use. */
    String name();

    /** Other spellings of the name. */
    default List<String> aliases() {
        return List.of();
    }

    /** One sentence for help texts, previews, guides and the conformance statement: what it does to an element. */
    String description();

    /** The parameters, in the order in which the command line takes them. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Makes the action once for a rule; checks everything that can be checked.
     *
     * @throws org.dicomanonymizer.rule.ConfigurationException if a parameter is missing or not usable
     */
    ElementAction create(Parameters parameters);
}
