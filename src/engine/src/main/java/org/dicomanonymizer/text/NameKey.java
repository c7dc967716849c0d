// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

/**
 * A spelling by which a value of an object is found in text.
 *
 * @param kind what the value is
 * @param way  how the spelling may be met
 * @param text its letters and digits, folded
 */
record NameKey(Kind kind, Way way, String text) {
    /** How a key may be met in a text. */
    enum Way {
        /** A part of a name, as one word. */
        WORD,
        /** A part of a name that is a word as well, or is short: unless it is certainly meant as a word. */
        DOUBTFUL,
        /** What is hardly a name by itself, such as a particle or initials: only in the company of a name. */
        ACCOMPANIED,
        /** Initials: only with their dots. */
        INITIALS,
        /** Several words: whatever separates them. */
        JOINED,
        /** Digits among the letters: not within a longer number. */
        NUMBER,
        /** Signs of a script without blanks: anywhere. */
        RUN;

        boolean isDoubtful() {
            return this == DOUBTFUL || this == ACCOMPANIED;
        }
    }

    int length() {
        return text.length();
    }

    /** The way only: the text identifies. */
    @Override
    public String toString() {
        return way.toString();
    }
}
