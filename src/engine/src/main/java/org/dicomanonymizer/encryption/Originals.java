// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import java.util.List;
import java.util.Set;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.CharacterSet;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;

/**
 * Attributes of an object as they were before its de-identification. A value within a sequence is held with the whole
 * attribute at the top level (PS3.15 E.1.2). Not thread-safe.
 */
public final class Originals {
    /** The most bytes that the attributes of one object may take: they are held and encrypted in memory. */
    public static final int MAX_BYTES = 1 << 24;

    private static final Set<Integer> PIXEL_DATA = Set.of(0x7FE00008, 0x7FE00009, Tags.PIXEL_DATA);
    private static final int MAX_HEADER = 12;
    private static final String UTF_8 = "ISO_IR 192";

    private final DataSet root;
    private DicomDataSet content = DicomDataSet.create();
    private DataSet item = content.addItem(EncryptedAttributes.MODIFIED_ATTRIBUTES);
    private long size;
    private boolean empty = true;

    /** None yet, of an object that has not been changed yet. */
    public Originals(DataSet root) {
        this.root = root;
        if (root.contains(Tags.SPECIFIC_CHARACTER_SET)) hold(Tags.SPECIFIC_CHARACTER_SET);
    }

    /** Whether an attribute can't be held, whatever its size. */
    public static boolean excludes(int tag) {
        return PIXEL_DATA.contains(tag);
    }

    /**
     * Adds an attribute of the root, with the creator of its block if it is private.
     *
     * @throws RefusedException if it is or holds pixel data, or the attributes take more than {@link #MAX_BYTES}
     */
    public void add(int tag) {
        measure(root, tag, tag);
        hold(tag);
        int creator = Tag.creatorOf(tag);
        if (root.privateCreator(tag) != null && !item.contains(creator)) hold(creator);
        empty = false;
    }

    private void hold(int tag) {
        AttributeCopy.exact().copy(root, tag, item, tag);
    }

    private void measure(DataSet set, int tag, int top) {
        if (excludes(tag))
            throw new RefusedException(Tag.toString(top) + " can't be encrypted: pixel data can't be encrypted"
                    + (top == tag ? "" : ", and it holds some") + "; delete it or leave it out of the rule");
        size += MAX_HEADER;
        if (set.vr(tag) == VR.SQ) {
            for (DataSet inner : set.items(tag)) {
                size += MAX_HEADER;
                for (int within : inner.tags()) measure(inner, within, top);
            }
        } else {
            size += set.length(tag);
        }
        if (size > MAX_BYTES)
            throw new RefusedException(
                    Tag.toString(top) + " can't be encrypted: with it the encrypted attributes of the"
                            + " object would take more than " + (MAX_BYTES >> 20) + " MB; leave it out of the rule");
    }

    public boolean isEmpty() {
        return empty;
    }

    /** The Encrypted Attributes Data Set (PS3.3 Table C.12-7), for the object as it is now, after its treatment. */
    DicomDataSet dataSet() {
        followRoot();
        return content;
    }

    /**
     * Goes over to UTF-8 if the treatment has taken the object there: a re-identifier moves the attributes to the top level,
     * and may expect them to be of the same character set.
     */
    private void followRoot() {
        List<String> terms = root.strings(Tags.SPECIFIC_CHARACTER_SET);
        if (CharacterSet.of(terms) != CharacterSet.UTF_8) return;
        if (terms.equals(item.strings(Tags.SPECIFIC_CHARACTER_SET))) return;
        DicomDataSet converted = DicomDataSet.create(TransferSyntax.EXPLICIT_LITTLE);
        DataSet target = converted.addItem(EncryptedAttributes.MODIFIED_ATTRIBUTES);
        target.setString(Tags.SPECIFIC_CHARACTER_SET, VR.CS, UTF_8);
        for (int tag : item.tags())
            if (tag != Tags.SPECIFIC_CHARACTER_SET) AttributeCopy.converting().copy(item, tag, target, tag);
        content = converted;
        item = target;
    }
}
