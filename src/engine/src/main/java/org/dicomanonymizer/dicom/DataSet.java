// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;

/**
 * The port through which everything else sees DICOM data: an ordered, mutable tree of elements. A data set is the root or
 * an item of a sequence. The engine's own implementation is {@link DicomDataSet}; an archive brings an adapter over its own
 * classes. Implementations need not be thread-safe.
 *
 * <p>Reading an absent element gives an empty result, never an exception. No message of any exception holds a value.
 */
public interface DataSet {

    /** The tags present, in ascending unsigned order: a snapshot, so that the data set may be changed while walking it. */
    int[] tags();

    /** Tells elements that can be left alone from those that need a closer look. */
    @FunctionalInterface
    interface Glance {
        /**
         * Whether an element passes.
         *
         * @param vr    as the data set has it: UN even where {@link DataSet#vr} knows better
         * @param value the encoded value, not to be changed; empty for a sequence
         */
        boolean passes(int tag, VR vr, byte[] value);
    }

    /**
     * The {@link #tags} without those of elements that pass, a sequence if all elements in its items do. A data set whose
     * values would have to be searched for one by one saves time so; it may give any tag all the same.
     */
    default int[] tagsBut(Glance glance) {
        return tags();
    }

    boolean contains(int tag);

    /**
     * The value representation in effect, or null if the element is absent. An element that was read as UN, or without any
     * VR, has that of the dictionary, SQ if it holds items, else UN.
     */
    VR vr(int tag);

    /** The creator that reserved the block of a private element, or null if there is none (or the tag is not private). */
    String privateCreator(int tag);

    /** Length of the encoded value in bytes; 0 if absent or empty. For a sequence, the number of items instead. */
    long length(int tag);

    default boolean isEmpty(int tag) {
        return length(tag) == 0;
    }

    /**
     * The values as text, decoded by the character set in force: split at backslashes where the VR allows several, without
     * padding, binary numbers in decimal, AT as 8 hexadecimal digits. Empty if absent, empty, a sequence, or of a
     * {@link VR.Kind#BYTES} kind.
     */
    List<String> strings(int tag);

    /** The first of {@link #strings}, or null if there is none. */
    default String string(int tag) {
        List<String> values = strings(tag);
        return values.isEmpty() ? null : values.get(0);
    }

    /** The encoded value, in the byte order of {@link #bigEndian()}, as an unshared array. Meant for small values. */
    byte[] bytes(int tag);

    /** The encoded value as a stream, for values of any size; of encapsulated pixel data, the items with their headers. */
    InputStream open(int tag);

    /** The items of a sequence, live and in order; empty if the element is absent or no sequence. */
    List<DataSet> items(int tag);

    /** Sets an encoded value (byte order of {@link #bigEndian()}; an odd length is padded), replacing any element of that tag. */
    void setBytes(int tag, VR vr, byte[] value);

    /**
     * Sets text values, encoded by the character set in force and padded; numbers are given in decimal. No value, or one
     * empty value, gives an element of zero length. Text that the character set can't express switches the whole object
     * to UTF-8.
     *
     * @throws IllegalArgumentException if the VR has no textual form, or a number does not fit
     */
    void setStrings(int tag, VR vr, List<String> values);

    default void setString(int tag, VR vr, String value) {
        setStrings(tag, vr, List.of(value));
    }

    /**
     * Clears bits in every word of an encoded value of VR OB or OW; an absent element stays so.
     *
     * @param wordSize bytes per word, 1 or 2
     * @param bits     the bits to clear, the lowest is that of value 1
     * @return false, with nothing changed, if the value is compressed pixel data, in which words can't be told
     */
    boolean clearBits(int tag, int wordSize, int bits);

    /** Appends an empty item to a sequence, which is made if absent (replacing any element that is no sequence). */
    DataSet addItem(int tag);

    /** Sets a sequence without items. */
    void setEmptySequence(int tag);

    /** Removes the item of this index from a sequence, which stays, if need be without items. */
    void removeItem(int tag, int index);

    /** Removes the items that a condition holds for from a sequence, which stays, if need be without items. */
    default void removeItemsIf(int tag, Predicate<DataSet> condition) {
        List<DataSet> items = items(tag);
        for (int i = items.size() - 1; i >= 0; i--) if (condition.test(items.get(i))) removeItem(tag, i);
    }

    /** Removes an element with all it contains; nothing happens if it is absent. */
    void remove(int tag);

    /** The data set whose sequence holds this item; null at the root. */
    DataSet parent();

    /** Whether {@link #bytes} are big endian. */
    boolean bigEndian();

    default DataSet root() {
        DataSet set = this;
        while (set.parent() != null) set = set.parent();
        return set;
    }
}
