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
    /** A bit for each pair of bytes that a key starts with, in either case: few do, so most places are passed over by it. */
    private final long[] starts;

    private final int longest;

    private ByteSearch(Builder made) {
        this.trie = made.trie;
        this.kinds = List.copyOf(made.kinds);
        this.starts = made.starts;
        this.longest = made.longest;
    }

    private static List<Charset> available(String... names) {
        List<Charset> charsets = new ArrayList<>();
        for (String name : names) if (Charset.isSupported(name)) charsets.add(Charset.forName(name));
        return charsets;
    }

    static final class Builder {
        private final Trie trie = new Trie();
        private final List<Kind> kinds = new ArrayList<>();
        private final long[] starts = new long[(1 << 16) / Long.SIZE];
        private final int minLength;
        private int longest;

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
                trie.setValue(trie.insert(key.toString()), kinds.size());
                addStart(key.charAt(0), key.charAt(1));
                kinds.add(kind);
                longest = Math.max(longest, key.length());
            } catch (CharacterCodingException e) {
                return; // the charset has no such letters, so no text in it can tell the name
            }
        }

        private void addStart(char first, char second) {
            for (char one : new char[] {first, unfold(first)})
                for (char other : new char[] {second, unfold(second)}) {
                    int pair = one << 8 | other;
                    starts[pair >>> 6] |= 1L << pair;
                }
        }

        ByteSearch build() {
            return new ByteSearch(this);
        }
    }

    /** The length in bytes of the longest key: pieces of a stream have to overlap by one less. */
    public int longest() {
        return longest;
    }

    /** The kind of an identifier that bytes tell, the first one met. */
    public Optional<Kind> find(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int pair = length == 0 ? 0 : bytes[offset] & 0xFF;
        for (int next = offset + 1; next < end; next++) {
            pair = (pair & 0xFF) << 8 | bytes[next] & 0xFF;
            if ((starts[pair >>> 6] >>> pair & 1) == 0) continue;
            int key = keyAt(bytes, next - 1, end);
            if (key != Trie.NONE) return Optional.of(kinds.get(key));
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

    private static char unfold(char folded) {
        return folded >= 'a' && folded <= 'z' ? (char) (folded - 0x20) : folded;
    }

    /** Says nothing: what it looks for identifies. */
    @Override
    public String toString() {
        return "search for identifiers in bytes";
    }
}
