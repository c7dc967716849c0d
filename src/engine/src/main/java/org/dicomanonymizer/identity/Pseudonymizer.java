// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

import java.math.BigInteger;
import java.util.List;

/**
 * Turns identities into pseudonyms by a {@link ProjectKey}: there is no table, so runs and nodes agree without talking.
 * What was asked for last is remembered, to be worked out once for the objects of a study. Thread-safe.
 */
public final class Pseudonymizer {
    /** Consonants only: a pseudonym neither holds digits that look like an identifier nor spells a word. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int LETTERS_AT_ONCE = 7;
    private static final int TWENTY_TO_THE_7TH = 1_280_000_000;

    /** The longest pseudonym that {@link #code} makes. */
    public static final int MAX_CODE_LENGTH = 32;

    private final ProjectKey key;
    private final RecentResults<String, String> uids = new RecentResults<>(1024);
    private final RecentResults<Request, String> codes = new RecentResults<>(256);
    private final RecentResults<Request, Long> numbers = new RecentResults<>(256);

    /** What is asked for a code, or for a number between two bounds. */
    private record Request(String purpose, long from, long to, List<String> original) {
        /** The purpose only: the rest is an identity. */
        @Override
        public String toString() {
            return purpose;
        }
    }

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
        return uids.of(trim(original), this::makeUid);
    }

    private String makeUid(String original) {
        byte[] uuid = key.hmac("uid/v1", List.of(original));
        uuid[6] = (byte) (uuid[6] & 0x0F | 0x80);
        uuid[8] = (byte) (uuid[8] & 0x3F | 0x80);
        return "2.25.".concat(new WholeNumber(uuid, 16).takeDecimal());
    }

    /**
     * A pseudonym of upper-case consonants; 16 of them hold 69 bits, so that two originals do not meet.
     *
     * @param kind     what is named, such as "patient": the same text has another pseudonym as another kind
     * @param length   number of letters, 8 to {@value #MAX_CODE_LENGTH}
     * @param original the parts that make up the identity
     */
    public String code(String kind, int length, String... original) {
        return codes.of(new Request(kind, length, length, List.of(original)), this::makeCode);
    }

    private String makeCode(Request request) {
        byte[] hmac = key.hmac("code/v1/" + request.purpose, request.original);
        WholeNumber number = new WholeNumber(hmac, hmac.length);
        StringBuilder code = new StringBuilder();
        while (code.length() < request.to) {
            int part = number.divide(TWENTY_TO_THE_7TH);
            for (int i = 0; i < LETTERS_AT_ONCE && code.length() < request.to; i++) {
                code.append(LETTERS.charAt(part % LETTERS.length()));
                part /= LETTERS.length();
            }
        }
        return code.toString();
    }

    /** A whole number between two bounds, both included, evenly spread over the originals. */
    public long number(String purpose, long min, long max, String... original) {
        return numbers.of(new Request(purpose, min, max, List.of(original)), this::makeNumber);
    }

    private long makeNumber(Request request) {
        BigInteger span = BigInteger.valueOf(request.to - request.from + 1);
        byte[] hmac = key.hmac("number/v1/" + request.purpose, request.original);
        return request.from + new BigInteger(1, hmac).mod(span).longValue();
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
