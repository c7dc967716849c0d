// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

/**
 * A place where text tells an identifier.
 *
 * @param kind  what is told
 * @param start index of its first character
 * @param end   index after its last character
 */
public record Hit(Kind kind, int start, int end) {}
