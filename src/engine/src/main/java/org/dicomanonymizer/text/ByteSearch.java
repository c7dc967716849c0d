// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds identifiers in bytes of unknown meaning: in Latin-1, UTF-8 and UTF-16, names of other scripts also in the encodings
 * that DICOM gives them; the case of ASCII letters does not matter. Immutable and shared by threads.
 */
public final class ByteSearch {
    private static final List<Charset> ALWAYS = List.of(
            StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    /** PS3.5 section 6.1.2 and PS3.3 C.12.1.1.2, as far as this Java has them. */
    private static final List<Charset> OTHERS = available(
            "ISO-8859-2",
            "ISO-8859-5",
            "ISO-8859-6",
            "ISO-8859-7",
            "ISO-8859-8",
            "ISO-8859-9",
            "windows-31j",
            "EUC-JP",
            "EUC-KR",
            "GB18030");

    private final Trie trie;
    private final List<Kind> kinds;
    private final int minLength;
    private final int longest;

    private ByteSearch(Trie trie, List<Kind> kinds, int minLength, int longest) {
        this.trie = trie;
        this.kinds = kinds;
        this.minLength = minLength;
        this.longest = longest;
    }

    private static List<Charset> available(String... names) {
        List<Charset> charsets = new ArrayList<>();
        for (String name : names) if (Charset.isSupported(name)) charsets.add(Charset.forName(name));
        return charsets;
    }

    static final class Builder {
        private final Trie trie = new Trie();
        private final List<Kind> kinds = new ArrayList<>();
        private final int minLength;
        private int longest;

        Builder(int minLength) {
            this.minLength = minLength;
        }

        void add(Kind kind, String value) {
            int length = NameParts.isRun(value) ? value.length() * 2 : value.length();
            if (length < minLength) return;
            boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(value);
            for (String text : ascii
                    ? List.of(value)
                    : List.of(value, value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT))) {
                for (Charset charset : ALWAYS) add(kind, text, charset);
                if (!ascii) for (Charset charset : OTHERS) add(kind, text, charset);
            }
        }

        private void add(Kind kind, String text, Charset charset) {
            try {
                ByteBuffer bytes = charset.newEncoder().encode(CharBuffer.wrap(text));
                StringBuilder key = new StringBuilder();
                while (bytes.hasRemaining()) key.append(fold(bytes.get()));
                trie.setValue(trie.insert(key.toString()), kinds.size());
                kinds.add(kind);
                longest = Math.max(longest, key.length());
            } catch (CharacterCodingException e) {
                return; // the charset has no such letters, so no text in it can tell the name
            }
        }

        ByteSearch build() {
            return new ByteSearch(trie, List.copyOf(kinds), minLength, longest);
        }
    }

    /** The fewest characters of what is searched for. */
    int minLength() {
        return minLength;
    }

    /** The length in bytes of the longest key: pieces of a stream have to overlap by one less. */
    public int longest() {
        return longest;
    }

    /** The kind of an identifier that bytes tell, the first one met. */
    public Optional<Kind> find(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int from = offset; from < end; from++) {
            int node = Trie.ROOT;
            for (int at = from; at < end; at++) {
                node = trie.next(node, fold(bytes[at]));
                if (node == Trie.NONE) break;
                if (trie.value(node) != Trie.NONE) return Optional.of(kinds.get(trie.value(node)));
            }
        }
        return Optional.empty();
    }

    private static char fold(byte b) {
        int value = b & 0xFF;
        return (char) (value >= 'A' && value <= 'Z' ? value + 0x20 : value);
    }

    /** Says nothing: what it looks for identifies. */
    @Override
    public String toString() {
        return "search for identifiers in bytes";
    }
}
