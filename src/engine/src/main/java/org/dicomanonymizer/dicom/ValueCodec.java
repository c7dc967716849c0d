// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Values between their encoded form and text, for every implementation of {@link DataSet}: so they can't differ in it. */
public final class ValueCodec {
    /** Bytes before a value in explicit VR that is UN (PS3.5 section 7.1.2). */
    private static final int UN_HEADER = 12;

    private ValueCodec() {}

    /**
     * What {@link DataSet#strings} gives for an encoded value.
     *
     * @param characterSet the one in force; asked for only if it makes a difference
     */
    public static List<String> decode(VR vr, byte[] value, Supplier<CharacterSet> characterSet, boolean bigEndian) {
        return switch (vr.kind()) {
            case BYTES, SEQUENCE -> List.of();
            case NUMBER -> Numbers.decode(vr, value, 0, value.length, bigEndian);
            case ASCII, TEXT -> {
                boolean plain = CharacterSet.isPlain(value, 0, value.length);
                yield split(
                        vr,
                        plain
                                ? new String(value, StandardCharsets.ISO_8859_1)
                                : characterSet.get().decode(value, 0, value.length, vr));
            }
        };
    }

    /** What {@link DataSet#strings} gives for a text of all values. */
    public static List<String> split(VR vr, String text) {
        return Text.split(vr, text);
    }

    /**
     * What {@link DataSet#setStrings} sets.
     *
     * @param characterSet the one in force; asked for only if it makes a difference
     * @return the encoded value, padded, or null if the character set can't express it
     * @throws IllegalArgumentException if the VR has no textual form, or a number does not fit
     */
    public static byte[] encode(VR vr, List<String> values, Supplier<CharacterSet> characterSet, boolean bigEndian) {
        return switch (vr.kind()) {
            case BYTES, SEQUENCE -> throw new IllegalArgumentException("VR " + vr + " has no textual form");
            case NUMBER -> {
                boolean nothing = values.size() == 1 && values.get(0).isEmpty();
                yield Numbers.encode(vr, nothing ? List.of() : values, bigEndian);
            }
            case ASCII, TEXT -> {
                String text = Text.join(vr, values);
                CharacterSet set = CharacterSet.isAscii(text) ? CharacterSet.DEFAULT : characterSet.get();
                byte[] encoded = set.encode(text, vr);
                yield encoded == null ? null : Text.pad(vr, encoded);
            }
        };
    }

    /** The value itself, or a copy that is padded to even length as its VR wants it. */
    public static byte[] pad(VR vr, byte[] value) {
        return Text.pad(vr, value);
    }

    /** A string value in UTF-8: itself if it is the same in every character set. */
    public static byte[] toUtf8(VR vr, byte[] value, CharacterSet characterSet) {
        if (CharacterSet.isPlain(value, 0, value.length)) return value;
        String text = Text.withoutPadding(characterSet.decode(value, 0, value.length, vr));
        return Text.pad(vr, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The items that a value of VR UN consists of (PS3.5 section 6.2.2): read-only in effect, since a change of them changes
     * nothing of the value.
     *
     * @return none if it consists of anything else
     * @throws UncheckedIOException if they are nested too deeply to be treated safely
     */
    public static List<DataSet> itemsOf(int tag, byte[] value) {
        byte[] element = new byte[UN_HEADER + value.length];
        Encoding encoding = Encoding.EXPLICIT_LITTLE;
        encoding.putTag(element, 0, tag);
        element[4] = 'U';
        element[5] = 'N';
        encoding.put32(element, 8, value.length);
        System.arraycopy(value, 0, element, UN_HEADER, value.length);
        DicomDataSet set = DicomDataSet.create();
        try {
            new DataSetParser(new Cursor(new MemorySource(element)), new Findings("an element of unknown VR"))
                    .root(set);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return set.items(tag);
    }
}
