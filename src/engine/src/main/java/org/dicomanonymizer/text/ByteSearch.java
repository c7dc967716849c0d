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

    private static final int SHORTEST_KEY = 2;

    private final Trie trie;
    private final List<Kind> kinds;
    private final int shortest;
    private final int longest;
    /** The pairs in the first bytes of the keys, as far as the shortest one goes: where one is missing, several places are skipped. */
    private final BytePairs pairs = new BytePairs();

    private ByteSearch(List<String> keys, List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
        trie = new Trie();
        for (int i = 0; i < keys.size(); i++) trie.setValue(trie.insert(keys.get(i)), i);
        shortest = keys.stream().mapToInt(String::length).min().orElse(Integer.MAX_VALUE);
        longest = keys.stream().mapToInt(String::length).max().orElse(0);
        for (String key : keys) for (int at = 0; at < shortest - 1; at++) pairs.add(key.charAt(at), key.charAt(at + 1));
    }

    private static List<Charset> available(String... names) {
        List<Charset> charsets = new ArrayList<>();
        for (String name : names) if (Charset.isSupported(name)) charsets.add(Charset.forName(name));
        return charsets;
    }

    static final class Builder {
        private final List<String> keys = new ArrayList<>();
        private final List<Kind> kinds = new ArrayList<>();
        private final int minLength;

        /** @param minLength the fewest characters of what is searched for, at least 2 */
        Builder(int minLength) {
            if (minLength < SHORTEST_KEY) throw new IllegalArgumentException("Single characters are met anywhere");
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
                keys.add(key.toString());
                kinds.add(kind);
            } catch (CharacterCodingException e) {
                return; // the charset has no such letters, so no text in it can tell the name
            }
        }

        ByteSearch build() {
            return new ByteSearch(keys, kinds);
        }
    }

    /** The length in bytes of the longest key: pieces of a stream have to overlap by one less. */
    public int longest() {
        return longest;
    }

    /** The kind of an identifier that bytes tell, the first one met. */
    public Optional<Kind> find(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int step = shortest - 1;
        for (int from = offset; from <= end - shortest; from += step) {
            // A key that starts at one of the next places, as many as a step has, holds this pair.
            if (!pairs.contains(bytes[from + step - 1], bytes[from + step])) continue;
            for (int start = from; start < from + step; start++) {
                int key = keyAt(bytes, start, end);
                if (key != Trie.NONE) return Optional.of(kinds.get(key));
            }
        }
        return Optional.empty();
    }

    /** The shortest key that starts at a place. */
    private int keyAt(byte[] bytes, int from, int end) {
        int node = Trie.ROOT;
        for (int at = from; at < end; at++) {
            node = trie.next(node, fold(bytes[at]));
            if (node == Trie.NONE) return Trie.NONE;
            if (trie.value(node) != Trie.NONE) return trie.value(node);
        }
        return Trie.NONE;
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
