// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

/**
 * A coded concept (PS3.3 section 8).
 *
 * @param value   Code Value (0008,0100)
 * @param scheme  Coding Scheme Designator (0008,0102)
 * @param meaning Code Meaning (0008,0104)
 */
public record Code(String value, String scheme, String meaning) {}
