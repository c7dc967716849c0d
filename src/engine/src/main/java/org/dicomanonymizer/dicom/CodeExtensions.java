// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Text in the 8-bit code of ISO 2022, with or without escape sequences (PS3.5 section 6.1.2.4 and following). Bytes that
 * mean nothing are taken as ISO 8859-1, so that nothing is hidden from the rules.
 */
final class CodeExtensions {
    private static final int ESC = 0x1B;

    private final List<CodeElement> declared;
    private final CodeElement initialLow;
    private final CodeElement initialHigh;

    /**
     * @param declared the elements of all values of Specific Character Set, in their order
     * @param first    the registration of its first value, which is in force where nothing else is
     */
    CodeExtensions(List<CodeElement> declared, int first) {
        this.declared = declared;
        initialLow = initial(first, false) == null ? CodeElement.ASCII : initial(first, false);
        initialHigh = initial(first, true);
    }

    private CodeElement initial(int first, boolean high) {
        return declared.stream()
                .filter(e -> e.registration() == first && e.isHigh() == high && (high || e.width() == 1))
                .findFirst()
                .orElse(null);
    }

    String decode(byte[] bytes, int from, int end, VR vr) {
        StringBuilder text = new StringBuilder(end - from);
        CodeElement low = initialLow;
        CodeElement high = initialHigh;
        for (int at = from; at < end; ) {
            int first = bytes[at] & 0xFF;
            CodeElement designated = first == ESC ? CodeElement.designated(bytes, at + 1, end) : null;
            if (designated != null) {
                if (designated.isHigh()) high = designated;
                else low = designated;
                at += 1 + designated.escape().length;
                continue;
            }
            CodeElement element = first >= 0x80 ? high : low.width() == 2 && first > 0x20 ? low : null;
            int second = element != null && at + element.width() <= end ? bytes[at + element.width() - 1] & 0xFF : 0;
            char character = element == null ? '\uFFFD' : element.decode(first, second);
            if (character != '\uFFFD') {
                text.append(character);
                at += element.width();
            } else {
                text.append((char) first);
                at++;
                if (first < 0x80 && resets(first, vr)) {
                    low = initialLow;
                    // Without an initial G1 the old one stays: some programs forget to repeat their escape sequence.
                    if (initialHigh != null) high = initialHigh;
                }
            }
        }
        return text.toString();
    }

    /** The bytes, or null if some character is in none of the sets. */
    byte[] encode(String text, VR vr) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 8);
        CodeElement low = initialLow;
        CodeElement high = initialHigh;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character < 0x80) {
                if (low != initialLow) designate(bytes, low = initialLow);
                if (resets(character, vr)) {
                    if (high != initialHigh && initialHigh != null) designate(bytes, initialHigh);
                    high = initialHigh;
                }
                bytes.write(character);
                continue;
            }
            byte[] encoded = high == null ? null : high.encode(character);
            if (encoded == null && low.width() == 2) encoded = low.encode(character);
            for (int k = 0; encoded == null && k < declared.size(); k++) {
                CodeElement element = declared.get(k);
                encoded = element.isHigh() || element.width() == 2 ? element.encode(character) : null;
                if (encoded == null) continue;
                designate(bytes, element);
                if (element.isHigh()) high = element;
                else low = element;
            }
            if (encoded == null) return null;
            bytes.writeBytes(encoded);
        }
        if (low != initialLow) designate(bytes, initialLow);
        if (high != initialHigh && initialHigh != null) designate(bytes, initialHigh);
        return bytes.toByteArray();
    }

    private static void designate(ByteArrayOutputStream bytes, CodeElement element) {
        bytes.write(ESC);
        bytes.writeBytes(element.escape());
    }

    /** Whether the sets of the first value are in force again behind this character (PS3.5 section 6.1.2.5.3). */
    private static boolean resets(int character, VR vr) {
        return switch (character) {
            case '\t', '\n', '\f', '\r' -> true;
            case '\\' -> vr.separatesByBackslash();
            case '^', '=' -> vr == VR.PN;
            default -> false;
        };
    }
}
