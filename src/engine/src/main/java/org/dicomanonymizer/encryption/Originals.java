// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
 * Attributes of an object as they were before its de-identification: first those that may have to be encrypted, in the end
 * those that have. A value within a sequence is held with the whole attribute at the top level (PS3.15 E.1.2). Not
 * thread-safe.
 */
public final class Originals {
    /** The most bytes that the attributes of one object may take: they are held and encrypted in memory. */
    public static final int MAX_BYTES = 1 << 24;

    private static final Set<Integer> PIXEL_DATA = Set.of(0x7FE00008, 0x7FE00009, Tags.PIXEL_DATA);
    private static final int MAX_HEADER = 12;
    private static final String UTF_8 = "ISO_IR 192";

    private final DataSet root;
    private final Map<Integer, Long> sizes = new HashMap<>();
    private DicomDataSet content = DicomDataSet.create();
    private DataSet item = content.addItem(EncryptedAttributes.MODIFIED_ATTRIBUTES);

    /** None yet, of an object that has not been changed yet. */
    public Originals(DataSet root) {
        this.root = root;
        if (root.contains(Tags.SPECIFIC_CHARACTER_SET)) copy(Tags.SPECIFIC_CHARACTER_SET);
    }

    /** Whether an attribute can't be held, whatever its size. */
    public static boolean excludes(int tag) {
        return PIXEL_DATA.contains(tag);
    }

    /** Holds an attribute of the root, with the creator of its block if it is private; one that can't be is noted. */
    public void hold(int tag) {
        long size = holdsPixelData(root, tag) ? Long.MAX_VALUE : size(root, tag);
        sizes.put(tag, size);
        if (size > MAX_BYTES) return;
        copy(tag);
        int creator = Tag.creatorOf(tag);
        if (root.privateCreator(tag) != null && !item.contains(creator)) copy(creator);
    }

    private void copy(int tag) {
        AttributeCopy.exact().copy(root, tag, item, tag);
    }

    private static boolean holdsPixelData(DataSet set, int tag) {
        if (excludes(tag)) return true;
        for (DataSet inner : set.items(tag))
            for (int within : inner.tags()) if (holdsPixelData(inner, within)) return true;
        return false;
    }

    private static long size(DataSet set, int tag) {
        if (set.vr(tag) != VR.SQ) return MAX_HEADER + set.length(tag);
        long size = MAX_HEADER;
        for (DataSet inner : set.items(tag)) {
            size += MAX_HEADER;
            for (int within : inner.tags()) size += size(inner, within);
        }
        return size;
    }

    /**
     * The Encrypted Attributes Data Set (PS3.3 Table C.12-7), for the object as it is now, after its treatment.
     *
     * @param wanted those of the attributes that have to be encrypted
     * @throws RefusedException if one of them is or holds pixel data, or they take more than {@link #MAX_BYTES}
     */
    DicomDataSet dataSet(Set<Integer> wanted) {
        long total = 0;
        for (int tag : wanted) {
            long size = sizes.get(tag);
            if (size == Long.MAX_VALUE)
                throw new RefusedException(Tag.toString(tag) + " can't be encrypted: it is or holds pixel data;"
                        + " leave it out of the rule");
            total += size;
            if (total > MAX_BYTES)
                throw new RefusedException(
                        Tag.toString(tag) + " can't be encrypted: with it the encrypted attributes of"
                                + " the object take more than " + (MAX_BYTES >> 20) + " MB; leave it out of the rule");
        }
        removeOthers(wanted);
        followRoot();
        return content;
    }

    private void removeOthers(Set<Integer> wanted) {
        Set<Integer> creators = new HashSet<>();
        for (int tag : wanted) creators.add(Tag.creatorOf(tag));
        for (int tag : item.tags()) {
            boolean needed = Tag.isPrivateCreator(tag) ? creators.contains(tag) : wanted.contains(tag);
            if (!needed && tag != Tags.SPECIFIC_CHARACTER_SET) item.remove(tag);
        }
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
