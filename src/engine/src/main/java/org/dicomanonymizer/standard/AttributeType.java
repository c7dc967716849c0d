// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

/**
 * How much an IOD needs an attribute at its place (PS3.5 section 7.4). The conditional types 1C and 2C count as 1 and 2, as
 * only attributes that are present are asked about.
 */
public enum AttributeType {
    /** Must have a value. */
    TYPE_1,
    /** Must be present, may be empty. */
    TYPE_2,
    /** Optional, or not part of the IOD at this place. */
    TYPE_3;

    /** The type that asks for more. */
    AttributeType stronger(AttributeType other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
