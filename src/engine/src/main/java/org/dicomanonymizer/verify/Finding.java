// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.verify;

/**
 * A trace of the original in a result.
 *
 * @param path where: the tags of the sequences, each with the number of its item, and of the element
 * @param kind what: the kind of identifier, never the value
 */
public record Finding(String path, String kind) {
    @Override
    public String toString() {
        return path + ": " + kind;
    }
}
