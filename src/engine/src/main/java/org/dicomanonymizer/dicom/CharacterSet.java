// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The character set that Specific Character Set (0008,0005) names (PS3.3 section C.12.1.1.2, PS3.5 section 6.1): every
 * defined term, with code extensions, and the misspellings that are met. Immutable.
 */
public final class CharacterSet {
    /** Known sets by their terms; bounded, since terms come from files. */
    private static final Map<List<String>, CharacterSet> CACHE = new ConcurrentHashMap<>();

    private static final int CACHED = 200;
    private static final Pattern TERM = Pattern.compile("(ISO)?[ _-]*(2022)?[ _-]*(IR)?[ _-]*0*(\\d+)");
    private static final Pattern ISO_8859 = Pattern.compile("ISO[ _-]*8859[ _-]*(\\d+)|LATIN[ _-]*(1)");
    private static final Map<String, Charset> WHOLE = Map.of(
            "ISO_IR 192", StandardCharsets.UTF_8,
            "GB18030", Charset.forName("GB18030"),
            "GBK", Charset.forName("GBK"));
    private static final int UNKNOWN = -1;

    /** What applies without Specific Character Set: ISO_IR 6, leniently read as ISO 8859-1. */
    public static final CharacterSet DEFAULT = of(List.of());

    /** ISO_IR 192. */
    public static final CharacterSet UTF_8 = of(List.of("ISO_IR 192"));

    private final Charset whole;
    private final CodeExtensions extensions;
    private final boolean known;

    private CharacterSet(List<String> terms) {
        Charset single = terms.isEmpty() ? null : whole(terms.get(0));
        List<CodeElement> declared = new ArrayList<>();
        boolean allKnown = single == null || terms.size() == 1;
        int first = CodeElement.ASCII.registration();
        for (int i = 0; i < terms.size() && single == null; i++) {
            int registration = registration(terms.get(i));
            if (i == 0) first = registration;
            List<CodeElement> found = CodeElement.ALL.stream()
                    .filter(element -> element.registration() == registration)
                    .toList();
            declared.addAll(found);
            allKnown &= !found.isEmpty();
        }
        whole = single;
        extensions = new CodeExtensions(List.copyOf(declared), first);
        known = allKnown;
    }

    /** The character set of these values of (0008,0005), which may be none. An unknown one is read as ISO 8859-1. */
    public static CharacterSet of(List<String> terms) {
        CharacterSet set = CACHE.get(terms);
        if (set == null) {
            set = new CharacterSet(terms);
            if (CACHE.size() < CACHED) CACHE.put(List.copyOf(terms), set);
        }
        return set;
    }

    private static Charset whole(String term) {
        String plain = term.toUpperCase(Locale.ROOT).replaceAll("[ _-]+", "");
        return switch (plain) {
            case "ISOIR192", "UTF8", "ISO2022IR192", "ISO10646", "UNICODE11UTF8" -> WHOLE.get("ISO_IR 192");
            case "GB18030", "ISO2022GB18030" -> WHOLE.get("GB18030");
            case "GBK", "GB2312", "ISO2022GBK" -> WHOLE.get("GBK");
            default -> null;
        };
    }

    private static int registration(String term) {
        String plain = term.strip().toUpperCase(Locale.ROOT);
        if (plain.isEmpty() || plain.equals("ASCII") || plain.equals("US-ASCII"))
            return CodeElement.ASCII.registration();
        Matcher part = ISO_8859.matcher(plain);
        if (part.matches()) {
            String number = part.group(1) == null ? part.group(2) : part.group(1);
            return CodeElement.ALL.stream()
                    .filter(element -> number.equals(Integer.toString(element.part())))
                    .findFirst()
                    .map(CodeElement::registration)
                    .orElse(UNKNOWN);
        }
        Matcher registered = TERM.matcher(plain);
        return registered.matches() && registered.group(4).length() <= 3
                ? Integer.parseInt(registered.group(4))
                : UNKNOWN;
    }

    /** Whether every term is known, and none stands beside one that must stand alone. */
    public boolean isKnown() {
        return known;
    }

    /** Whether this is a text that the set has bytes for. */
    public boolean canEncode(String text) {
        return isAscii(text)
                || (whole != null ? whole.newEncoder().canEncode(text) : extensions.encode(text, VR.PN) != null);
    }

    /** The bytes of a text, not padded, or null if the set has none for it. Values are separated already. */
    byte[] encode(String text, VR vr) {
        if (isAscii(text)) return text.getBytes(StandardCharsets.ISO_8859_1);
        if (whole == null) return extensions.encode(text, vr);
        return whole.newEncoder().canEncode(text) ? text.getBytes(whole) : null;
    }

    /** The text of all values, with their padding and separators: a backslash in it is always a separator or itself. */
    String decode(byte[] bytes, int from, int length, VR vr) {
        if (isPlain(bytes, from, from + length)) return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        return whole == null ? extensions.decode(bytes, from, from + length, vr) : decodeWhole(bytes, from, length);
    }

    private String decodeWhole(byte[] bytes, int from, int length) {
        CharsetDecoder decoder = whole.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer out = CharBuffer.allocate(length + 1);
        for (CoderResult result = decoder.decode(in, out, true);
                result.isError();
                result = decoder.decode(in, out, true)) {
            out.put((char) (in.get() & 0xFF)); // as ISO 8859-1, so that nothing is hidden from the rules
            decoder.reset();
        }
        return out.flip().toString();
    }

    /** Whether the bytes are ASCII without any escape sequence: the same text in every set. */
    static boolean isPlain(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) if (bytes[i] < 0 || bytes[i] == 0x1B) return false;
        return true;
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 0x80) return false;
        return true;
    }
}
