// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.List;
import java.util.Objects;
import org.dicomanonymizer.text.TextCleaner;
import org.dicomanonymizer.text.UnknownWords;

/**
 * How text is cleaned where it is.
 *
 * @param words   words that stay beside those that the engine knows, such as the names of the site's protocols
 * @param unknown what becomes of unknown words in small letters
 */
public record TextSettings(List<String> words, UnknownWords unknown) {
    public static final TextSettings DEFAULT = new TextSettings(List.of(), UnknownWords.KEEP_WORD_LIKE);

    public TextSettings {
        words = List.copyOf(words);
        Objects.requireNonNull(unknown, "unknown");
    }

    /** The cleaner that does so. */
    public TextCleaner cleaner() {
        return equals(DEFAULT)
                ? TextCleaner.standard()
                : TextCleaner.standard().with(unknown).allowing(words);
    }
}
