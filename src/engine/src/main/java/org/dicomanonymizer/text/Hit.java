// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

/**
 * A place where text tells an identifier.
 *
 * @param kind  what is told
 * @param start index of its first character
 * @param end   index after its last character
 * @param word  whether a clinical or usual word is written alike, so that a list of such words may hold it by chance
 */
public record Hit(Kind kind, int start, int end, boolean word) {}
