// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.List;

/** The factory of an action that has no parameters. */
record SimpleFactory(String name, String description, ElementAction action, List<String> aliases)
        implements ActionFactory {

    SimpleFactory(String name, String description, ElementAction action, String... aliases) {
        this(name, description, action, List.of(aliases));
    }

    @Override
    public ElementAction create(Parameters parameters) {
        return action;
    }
}
