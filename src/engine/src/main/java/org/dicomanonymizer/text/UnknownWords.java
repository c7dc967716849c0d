// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

/**
 * What becomes of small-letter words that are neither on the allow list nor a name, a place or a date. Words that are
 * capitalised, all in capitals or in a script without capitals are removed in any case.
 */
public enum UnknownWords {
    /** Removed: nothing stays that is not on the allow list. */
    REMOVE,
    /** Kept if they end as words of medicine or grammar do and names do not ("-itis", "-ation"); otherwise removed. The default. */
    KEEP_WORD_LIKE,
    /** Kept if they look like a word at all: three letters or more, with a vowel. */
    KEEP_LOWER_CASE
}
