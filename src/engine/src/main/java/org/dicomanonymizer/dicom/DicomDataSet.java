// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.dicomanonymizer.codestream.Blank;

/**
 * The engine's own data set: what was read stays as it was, byte for byte, until it is set, and values above a few KB stay
 * in their source, which must be open as long as they are used.
 *
 * <p>An element read as UN is written as UN as long as it is untouched; one that is set is written under the VR it is set
 * with. What an element of UN, or of an unknown VR, holds is seen as a sequence wherever it is one (PS3.5 section 6.2.2).
 * Elements that a copy in memory of more than {@value #MAX_IN_MEMORY} bytes would take are refused by {@link #bytes} and
 * {@link #strings}; {@link #open} has no limit. A sequence has no bytes.
 */
public final class DicomDataSet implements DataSet {
    /** The longest value that is copied to memory. */
    static final int MAX_IN_MEMORY = 1 << 26;

    static final int SPECIFIC_CHARACTER_SET = 0x00080005;

    private final DicomDataSet parent;
    private final Encoding encoding;
    private final ElementTable elements = new ElementTable();
    private CharacterSet characterSet;
    private boolean changed;

    /** For an item: whether its length is undefined, as read and while writing. */
    boolean undefinedLength;

    /** For an item: its elements in bytes; valid while writing. */
    long encodedLength;

    DicomDataSet(DicomDataSet parent, Encoding encoding) {
        this.parent = parent;
        this.encoding = encoding;
    }

    /** An empty data set in explicit VR little endian. */
    public static DicomDataSet create() {
        return create(TransferSyntax.EXPLICIT_LITTLE);
    }

    /** An empty data set, encoded as the transfer syntax wants it. */
    public static DicomDataSet create(TransferSyntax syntax) {
        return new DicomDataSet(null, syntax.encoding());
    }

    Encoding encoding() {
        return encoding;
    }

    ElementTable elements() {
        return elements;
    }

    /** Whether anything was set or removed since it was read, here or in an item. */
    boolean isChanged() {
        return changed;
    }

    private void change(int tag) {
        if (tag == SPECIFIC_CHARACTER_SET) characterSet = null;
        for (DicomDataSet set = this; set != null && !set.changed; set = set.parent) set.changed = true;
    }

    /** The character set in force: the item's own, or that of what holds it (PS3.3 section C.12.1.1.2). */
    public CharacterSet characterSet() {
        if (characterSet == null) {
            if (contains(SPECIFIC_CHARACTER_SET)) characterSet = CharacterSet.of(strings(SPECIFIC_CHARACTER_SET));
            else return parent == null ? CharacterSet.DEFAULT : parent.characterSet();
        }
        return characterSet;
    }

    @Override
    public int[] tags() {
        return elements.tags();
    }

    @Override
    public boolean contains(int tag) {
        return elements.get(tag) != null;
    }

    @Override
    public VR vr(int tag) {
        Value value = elements.get(tag);
        return value == null ? null : value.vr;
    }

    @Override
    public String privateCreator(int tag) {
        if (!Tag.isPrivate(tag)) return null;
        int creator = Tag.creatorOf(tag);
        return Tag.isPrivateCreator(creator) && Tag.element(tag) > 0xFF ? string(creator) : null;
    }

    @Override
    public long length(int tag) {
        Value value = elements.get(tag);
        return value == null ? 0 : value.length();
    }

    @Override
    public List<String> strings(int tag) {
        Value value = elements.get(tag);
        if (value == null || value.length() == 0) return List.of();
        return switch (value.vr.kind()) {
            case BYTES, SEQUENCE -> List.of();
            case NUMBER -> {
                Value.Slice slice = inMemory(tag, value);
                yield Numbers.decode(value.vr, slice.chunk, slice.start, slice.length, bigEndian());
            }
            case ASCII, TEXT -> Text.split(value.vr, text(tag, value));
        };
    }

    /** All values of a string element, with padding and separators. */
    String text(int tag, Value value) {
        Value.Slice slice = inMemory(tag, value);
        CharacterSet set = tag == SPECIFIC_CHARACTER_SET ? CharacterSet.DEFAULT : characterSet();
        return set.decode(slice.chunk, slice.start, slice.length, value.vr);
    }

    @Override
    public byte[] bytes(int tag) {
        Value value = elements.get(tag);
        if (value == null || value instanceof Value.Sequence) return new byte[0];
        Value.Slice slice = inMemory(tag, value);
        return value == slice ? Arrays.copyOfRange(slice.chunk, slice.start, slice.start + slice.length) : slice.chunk;
    }

    private static Value.Slice inMemory(int tag, Value value) {
        if (value instanceof Value.Slice slice) return slice;
        Value.Region region = (Value.Region) value;
        try {
            if (region.length > MAX_IN_MEMORY) {
                throw new DicomException(
                        Tag.toString(tag),
                        "its value of " + region.length + " bytes is too long to be treated as text",
                        "delete, empty, replace or keep it by a rule");
            }
            byte[] bytes = new byte[(int) region.length];
            if (region.source.read(region.position, bytes, 0, bytes.length) < bytes.length) throw ByteSource.ended();
            return new Value.Slice(value.vr, bytes, 0, bytes.length, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(int tag) {
        Value value = elements.get(tag);
        if (value instanceof Value.Slice slice) return new ByteArrayInputStream(slice.chunk, slice.start, slice.length);
        if (value instanceof Value.Region region) return region.source.open(region.position, region.length);
        return InputStream.nullInputStream();
    }

    @Override
    public List<DataSet> items(int tag) {
        return elements.get(tag) instanceof Value.Sequence sequence
                ? Collections.unmodifiableList(sequence.items)
                : List.of();
    }

    @Override
    public void setBytes(int tag, VR vr, byte[] value) {
        if (vr == VR.SQ) throw new IllegalArgumentException("A sequence is set by its items, not by bytes");
        byte[] padded = value.length % 2 == 0 ? value.clone() : Text.pad(vr, value);
        put(tag, new Value.Slice(vr, padded, 0, padded.length, 0));
    }

    @Override
    public void setStrings(int tag, VR vr, List<String> values) {
        byte[] encoded = switch (vr.kind()) {
            case BYTES, SEQUENCE -> throw new IllegalArgumentException("VR " + vr + " has no textual form");
            case NUMBER -> Numbers.encode(vr, isNothing(values) ? List.of() : values, bigEndian());
            case ASCII, TEXT -> Text.pad(vr, encode(vr, Text.join(vr, values)));
        };
        put(tag, new Value.Slice(vr, encoded, 0, encoded.length, 0));
    }

    private static boolean isNothing(List<String> values) {
        return values.size() == 1 && values.get(0).isEmpty();
    }

    private byte[] encode(VR vr, String text) {
        byte[] encoded = characterSet().encode(text, vr);
        if (encoded != null) return encoded;
        Utf8Conversion.convert((DicomDataSet) root());
        encoded = CharacterSet.UTF_8.encode(text, vr);
        if (encoded == null) throw new IllegalArgumentException("The text is no Unicode: half of a surrogate pair");
        return encoded;
    }

    void put(int tag, Value value) {
        elements.put(tag, value);
        change(tag);
    }

    /** A big value stays in its source, and the bits are cleared whenever it is read. */
    @Override
    public boolean clearBits(int tag, int wordSize, int bits) {
        Value value = elements.get(tag);
        byte[] kept = MaskedSource.keptBytes(wordSize, bits, bigEndian());
        if (value instanceof Value.Region region) {
            if (region.fragments != null) return false;
            ByteSource masked = new MaskedSource(region.source, region.position, kept);
            put(tag, new Value.Region(region.vr, region.header, masked, region.position, region.length, null));
        } else if (value instanceof Value.Slice) {
            byte[] bytes = bytes(tag);
            MaskedSource.mask(bytes, 0, bytes.length, kept, 0);
            setBytes(tag, value.vr, bytes);
        }
        return true;
    }

    /** The value of an element that stays in its source, or null. */
    Value.Region region(int tag) {
        return elements.get(tag) instanceof Value.Region region ? region : null;
    }

    /** Lets a value that stays in its source be read with parts of it overwritten. */
    void blank(int tag, Value.Region region, List<Blank> blanks) {
        ByteSource blanked = new BlankedSource(region.source, blanks);
        put(tag, new Value.Region(region.vr, region.header, blanked, region.position, region.length, region.fragments));
    }

    @Override
    public DataSet addItem(int tag) {
        if (!(elements.get(tag) instanceof Value.Sequence)) setEmptySequence(tag);
        Value.Sequence sequence = (Value.Sequence) elements.get(tag);
        DicomDataSet item = new DicomDataSet(this, sequence.inside);
        sequence.items.add(item);
        change(tag);
        return item;
    }

    @Override
    public void setEmptySequence(int tag) {
        put(tag, new Value.Sequence(Value.Header.sequence(encoding), false, encoding));
    }

    @Override
    public void removeItem(int tag, int index) {
        if (!(elements.get(tag) instanceof Value.Sequence sequence)) {
            throw new IndexOutOfBoundsException("No item " + index + " in " + Tag.toString(tag));
        }
        sequence.items.remove(index);
        change(tag);
    }

    @Override
    public void removeItemsIf(int tag, Predicate<DataSet> condition) {
        if (elements.get(tag) instanceof Value.Sequence sequence && sequence.items.removeIf(condition)) change(tag);
    }

    @Override
    public void remove(int tag) {
        if (elements.remove(tag)) change(tag);
    }

    @Override
    public DataSet parent() {
        return parent;
    }

    @Override
    public boolean bigEndian() {
        return encoding.bigEndian();
    }

    /** The number of elements only: values stay out of logs. */
    @Override
    public String toString() {
        return "data set of " + elements.size() + " elements";
    }
}
