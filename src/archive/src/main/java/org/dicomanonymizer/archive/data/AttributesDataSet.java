// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.Value;
import org.dicomanonymizer.dicom.CharacterSet;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueCodec;

/**
 * The archive's data set, changed in place: what is not set here stays the object that it was, be it text, bytes, bulk data
 * or fragments. Only a value of VR UN that consists of items becomes a sequence as soon as it is looked at.
 *
 * <p>Private elements are addressed by their whole tag, with the block in it, as everywhere in the engine; so none of
 * dcm4che's searches for a private creator is needed. Two of these are equal if they stand for the same attributes.
 */
public final class AttributesDataSet implements DataSet {
    private final Attributes attributes;
    private final AttributesDataSet parent;

    /** Of all data sets of the object. */
    private final Glances glances;

    AttributesDataSet(Attributes attributes, AttributesDataSet parent) {
        this.attributes = attributes;
        this.parent = parent;
        this.glances = parent == null ? new Glances() : parent.glances;
    }

    /** The data set of these attributes, which may be those of an item. */
    public static AttributesDataSet of(Attributes attributes) {
        Attributes around = attributes.getParent();
        return new AttributesDataSet(attributes, around == null ? null : of(around));
    }

    /** What this stands for. */
    public Attributes attributes() {
        return attributes;
    }

    /** dcm4che sorts tags as signed numbers. */
    @Override
    public int[] tags() {
        int[] signed = attributes.tags();
        int first = 0;
        while (first < signed.length && signed[first] < 0) first++;
        if (first == 0) return signed;
        int[] tags = Arrays.copyOfRange(signed, first, first + signed.length);
        System.arraycopy(signed, 0, tags, signed.length - first, first);
        return tags;
    }

    @Override
    public int[] tagsBut(Glance glance) {
        return glances.left(attributes, glance);
    }

    @Override
    public boolean contains(int tag) {
        return attributes.contains(tag);
    }

    @Override
    public VR vr(int tag) {
        Object value = value(tag);
        return value == null ? null : vr(tag, value);
    }

    /** The VR of an element whose value was looked up last. */
    private VR vr(int tag, Object value) {
        if (value instanceof Sequence) return VR.SQ;
        VR vr = Vrs.engine(glances.found.vr);
        if (vr == VR.SQ) return value == Value.NULL ? VR.SQ : VR.UN;
        if (vr != VR.UN) return vr;
        VR known = Dictionary.standard().vr(tag);
        return known == null || known == VR.SQ && value != Value.NULL ? VR.UN : known;
    }

    /**
     * The value as the archive holds it, but never UN where it is a sequence; null if absent.
     */
    private Object value(int tag) {
        Object value = attributes.getValue(tag, glances.found);
        return glances.found.vr == org.dcm4che3.data.VR.UN && value instanceof byte[] bytes && UnknownItems.areIn(bytes)
                ? UnknownItems.resolve(attributes, tag, bytes)
                : value;
    }

    @Override
    public String privateCreator(int tag) {
        if (!Tag.isPrivate(tag)) return null;
        int creator = Tag.creatorOf(tag);
        return Tag.isPrivateCreator(creator) && Tag.element(tag) > 0xFF ? string(creator) : null;
    }

    /** {@inheritDoc} {@link Long#MAX_VALUE} if the archive keeps the value elsewhere without knowing its length. */
    @Override
    public long length(int tag) {
        Object value = value(tag);
        return value == null ? 0 : length(tag, value);
    }

    private long length(int tag, Object value) {
        if (value instanceof byte[] bytes) return bytes.length;
        if (value instanceof Sequence sequence) return sequence.size();
        return value instanceof Value large ? LargeValue.length(large) : bytes(tag).length;
    }

    @Override
    public boolean isEmpty(int tag) {
        Object value = value(tag);
        if (value instanceof String || value instanceof String[])
            return strings(tag).isEmpty();
        return value == null || length(tag, value) == 0;
    }

    @Override
    public List<String> strings(int tag) {
        Object value = value(tag);
        if (value == null || value == Value.NULL) return List.of();
        VR vr = vr(tag, value);
        if (vr.kind() == VR.Kind.BYTES || vr.kind() == VR.Kind.SEQUENCE) return List.of();
        if (!(value instanceof byte[]) && !(value instanceof Value)) return ValueCodec.split(vr, text(tag, value));
        byte[] bytes = value instanceof byte[] held ? held : bytes(tag);
        return ValueCodec.decode(vr, bytes, () -> characterSet(tag), bigEndian());
    }

    /** The text of a value that the archive has decoded, or made from numbers, or set. */
    private String text(int tag, Object value) {
        if (value instanceof String text) return text;
        String[] texts = value instanceof String[] several ? several : attributes.getStrings(tag);
        StringBuilder joined = new StringBuilder();
        for (int i = 0; texts != null && i < texts.length; i++) {
            if (i > 0) joined.append('\\');
            if (texts[i] != null) joined.append(texts[i]);
        }
        return joined.toString();
    }

    /** The character set in force: the item's own, or that of what holds it (PS3.3 section C.12.1.1.2). */
    private CharacterSet characterSet(int tag) {
        if (tag == Tags.SPECIFIC_CHARACTER_SET) return CharacterSet.DEFAULT;
        for (AttributesDataSet set = this; set != null; set = set.parent)
            if (set.contains(Tags.SPECIFIC_CHARACTER_SET))
                return CharacterSet.of(set.strings(Tags.SPECIFIC_CHARACTER_SET));
        return CharacterSet.DEFAULT;
    }

    /** {@inheritDoc} Of text that the archive has decoded, what the archive would write. */
    @Override
    public byte[] bytes(int tag) {
        Object value = value(tag);
        if (value == null || value instanceof Sequence) return new byte[0];
        if (value instanceof byte[] bytes) return bytes.clone();
        if (value instanceof Value large) return LargeValue.bytes(tag, large, vr(tag, value), bigEndian());
        byte[] encoded =
                ValueCodec.encode(vr(tag, value), List.of(text(tag, value)), () -> characterSet(tag), bigEndian());
        return encoded == null ? lossy(tag) : encoded;
    }

    /** The archive puts a question mark for what the character set lacks. */
    private byte[] lossy(int tag) {
        try {
            return attributes.getBytes(tag);
        } catch (IOException e) {
            throw new UncheckedIOException(LargeValue.unreadable(tag, e.getClass()));
        }
    }

    @Override
    public InputStream open(int tag) {
        Object value = value(tag);
        return value instanceof Value large && !(value instanceof Sequence)
                ? LargeValue.open(tag, large, vr(tag, value), bigEndian())
                : new ByteArrayInputStream(bytes(tag));
    }

    @Override
    public List<DataSet> items(int tag) {
        return value(tag) instanceof Sequence sequence ? new Items(this, sequence) : List.of();
    }

    @Override
    public void setBytes(int tag, VR vr, byte[] value) {
        if (vr == VR.SQ) throw new IllegalArgumentException("A sequence is set by its items, not by bytes");
        byte[] padded = ValueCodec.pad(vr, value);
        put(tag, vr, padded == value ? value.clone() : padded);
    }

    @Override
    public void setStrings(int tag, VR vr, List<String> values) {
        byte[] encoded = ValueCodec.encode(vr, values, () -> characterSet(tag), bigEndian());
        if (encoded == null) {
            AttributesDataSet root = this;
            while (root.parent != null) root = root.parent;
            root.convertToUtf8();
            encoded = ValueCodec.encode(vr, values, () -> CharacterSet.UTF_8, bigEndian());
        }
        if (encoded == null) throw new IllegalArgumentException("The text is no Unicode: half of a surrogate pair");
        put(tag, vr, encoded);
    }

    private void put(int tag, VR vr, byte[] value) {
        attributes.setValue(tag, Vrs.archive(vr), value.length == 0 ? Value.NULL : value);
    }

    private void convertToUtf8() {
        convertText();
        setString(Tags.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 192");
    }

    /** Text that the archive has decoded is encoded when it is written. Until it is done, the old set is in force. */
    private void convertText() {
        for (int tag : attributes.tags()) {
            Object value = value(tag);
            if (value instanceof Sequence sequence) {
                for (Attributes item : sequence) {
                    new AttributesDataSet(item, this).convertText();
                    item.remove(Tags.SPECIFIC_CHARACTER_SET);
                }
            } else if ((value instanceof byte[] || value instanceof Value) && vr(tag).isString()) {
                byte[] bytes = bytes(tag);
                byte[] converted = ValueCodec.toUtf8(vr(tag), bytes, characterSet(tag));
                if (converted != bytes) put(tag, vr(tag), converted);
            }
        }
    }

    /** {@inheritDoc} Nor are they told in what the archive keeps elsewhere: that is left alone. */
    @Override
    public boolean clearBits(int tag, int wordSize, int bits) {
        Object value = value(tag);
        if (value instanceof byte[]) {
            byte[] cleared = bytes(tag);
            Bytes.clearBits(cleared, wordSize, bits, bigEndian());
            attributes.setValue(tag, attributes.getVR(tag), cleared);
        }
        return !(value instanceof BulkData || value instanceof Fragments);
    }

    @Override
    public DataSet addItem(int tag) {
        if (!(value(tag) instanceof Sequence)) setEmptySequence(tag);
        Attributes item = new Attributes(attributes.bigEndian());
        ((Sequence) attributes.getValue(tag)).add(item);
        return new AttributesDataSet(item, this);
    }

    @Override
    public void setEmptySequence(int tag) {
        attributes.newSequence(tag, 1);
    }

    @Override
    public void removeItem(int tag, int index) {
        if (!(value(tag) instanceof Sequence sequence))
            throw new IndexOutOfBoundsException("No item " + index + " in " + Tag.toString(tag));
        sequence.remove(index);
    }

    @Override
    public void remove(int tag) {
        attributes.remove(tag);
    }

    @Override
    public DataSet parent() {
        return parent;
    }

    @Override
    public boolean bigEndian() {
        return attributes.bigEndian();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttributesDataSet set && set.attributes == attributes;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(attributes);
    }

    /** The number of elements only: values stay out of logs. */
    @Override
    public String toString() {
        return "data set of " + attributes.size() + " elements";
    }
}
