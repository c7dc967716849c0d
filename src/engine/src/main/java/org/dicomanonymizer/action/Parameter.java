// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

/**
 * A parameter of an action.
 *
 * @param name     its key in a profile
 * @param meaning  one sentence: what it does, its form, unit and range
 * @param required whether the action can't do without it
 * @param file     whether it names a file; a relative name starts from the folder of the profile
 */
public record Parameter(String name, String meaning, boolean required, boolean file) {

    /** A parameter that names no file. */
    public Parameter(String name, String meaning, boolean required) {
        this(name, meaning, required, false);
    }

    /** A file, which the action can't do without. */
    static Parameter file(String name, String meaning) {
        return new Parameter(name, meaning, true, true);
    }
}
