// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.codestream;

/**
 * A part of a source to be overwritten.
 *
 * @param position where it begins in the source
 * @param length   how many bytes it has
 * @param fill     what each becomes
 */
public record Blank(long position, long length, byte fill) {
    /** The position behind it. */
    public long end() {
        return position + length;
    }
}
