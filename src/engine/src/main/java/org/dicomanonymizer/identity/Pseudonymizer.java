// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Turns identities into pseudonyms by a {@link ProjectKey}: no table is kept, so runs and nodes agree without talking.
 * Thread-safe.
 */
public final class Pseudonymizer {
    /** Consonants only: a pseudonym neither holds digits that look like an identifier nor spells a word. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    /** The longest pseudonym that {@link #code} makes. */
    public static final int MAX_CODE_LENGTH = 32;

    private final ProjectKey key;

    public Pseudonymizer(ProjectKey key) {
        this.key = key;
    }

    public ProjectKey key() {
        return key;
    }

    /**
     * The new UID for one of the original: {@code 2.25.} and the decimal form of a UUID of version 8 (PS3.5 section B.2, RFC
     * 9562). White space and NULs around the original do not count.
     */
    public String uid(String original) {
        byte[] uuid = Arrays.copyOf(key.hmac("uid/v1", trim(original)), 16);
        uuid[6] = (byte) (uuid[6] & 0x0F | 0x80);
        uuid[8] = (byte) (uuid[8] & 0x3F | 0x80);
        return "2.25." + new BigInteger(1, uuid);
    }

    /**
     * A pseudonym of upper-case consonants; 16 of them hold 69 bits, so that two originals do not meet.
     *
     * @param kind     what is named, such as "patient": the same text has another pseudonym as another kind
     * @param length   number of letters, 8 to {@value #MAX_CODE_LENGTH}
     * @param original the parts that make up the identity
     */
    public String code(String kind, int length, String... original) {
        BigInteger number = new BigInteger(1, key.hmac("code/v1/" + kind, original));
        BigInteger base = BigInteger.valueOf(LETTERS.length());
        StringBuilder code = new StringBuilder(length);
        while (code.length() < length) {
            BigInteger[] quotient = number.divideAndRemainder(base);
            code.append(LETTERS.charAt(quotient[1].intValue()));
            number = quotient[0];
        }
        return code.toString();
    }

    /** A whole number between two bounds, both included, evenly spread over the originals. */
    public long number(String purpose, long min, long max, String... original) {
        BigInteger span = BigInteger.valueOf(max - min + 1);
        return min
                + new BigInteger(1, key.hmac("number/v1/" + purpose, original))
                        .mod(span)
                        .longValue();
    }

    private static String trim(String uid) {
        int start = 0;
        int end = uid.length();
        while (start < end && uid.charAt(start) <= ' ') start++;
        while (end > start && uid.charAt(end - 1) <= ' ') end--;
        return uid.substring(start, end);
    }

    @Override
    public String toString() {
        return "pseudonyms by " + key;
    }
}
