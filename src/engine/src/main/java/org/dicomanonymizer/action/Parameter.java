// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

/**
 * A parameter of an action.
 *
 * @param name     its key in a profile
 * @param meaning  one sentence: what it does, its form, unit and range
 * @param required whether the action can't do without it
 */
public record Parameter(String name, String meaning, boolean required) {}
