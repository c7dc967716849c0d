// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;

/** Brings encrypted originals back to where they were (PS3.15 E.1.3). */
public final class Restoration {
    private static final int FIRST_BLOCK = 0x10;
    private static final int LAST_BLOCK = 0xFF;

    /**
     * What was restored.
     *
     * @param tags     the attributes at the top level, in ascending order; no values
     * @param warnings what the user should know; no values
     */
    public record Result(List<Integer> tags, List<String> warnings) {
        public Result {
            tags = List.copyOf(tags);
            warnings = List.copyOf(warnings);
        }
    }

    private final DataSet root;
    private final List<Integer> tags = new ArrayList<>();

    private Restoration(DataSet root) {
        this.root = root;
    }

    /**
     * Restores what the private key opens, in place, and takes the marks of the de-identification away.
     *
     * @throws ReidentificationException if it opens nothing; the object is as it was then
     */
    public static Result restore(DataSet root, PrivateKey key) {
        List<Content.Decoded> originals = EncryptedAttributes.open(root, key);
        Restoration restoration = new Restoration(root);
        for (Content.Decoded original : originals) restoration.move(original.item());
        restoration.unmark();
        boolean unproven = originals.stream().anyMatch(original -> !original.checked());
        restoration.tags.sort(Integer::compareUnsigned);
        return new Result(
                restoration.tags,
                unproven
                        ? List.of(
                                "the encrypted content carries no checksum: it reads without a fault, but small damage"
                                        + " can't be ruled out")
                        : List.of());
    }

    private void move(DataSet item) {
        AttributeCopy copy = sameCharacterSet(item) ? AttributeCopy.exact() : AttributeCopy.converting();
        for (int tag : item.tags()) {
            if (tag == Tags.SPECIFIC_CHARACTER_SET || Tag.isPrivateCreator(tag) || tags.contains(tag)) continue;
            copy.copy(item, tag, root, place(item, tag));
            tags.add(tag);
        }
    }

    /** An item that does not tell its character set was in that of the object. */
    private boolean sameCharacterSet(DataSet item) {
        return !item.contains(Tags.SPECIFIC_CHARACTER_SET)
                || item.strings(Tags.SPECIFIC_CHARACTER_SET).equals(root.strings(Tags.SPECIFIC_CHARACTER_SET));
    }

    /** The tag itself; a private element goes to the block that its creator has now (PS3.5 section 7.8.1). */
    private int place(DataSet item, int tag) {
        String creator = item.privateCreator(tag);
        if (creator == null) return tag;
        int group = Tag.group(tag);
        int block = blockOf(group, creator);
        if (block < 0) {
            block = root.contains(Tag.creatorOf(tag)) ? freeBlock(group) : Tag.creatorOf(tag) & 0xFF;
            root.setString(Tag.of(group, block), VR.LO, creator);
        }
        return Tag.of(group, block << 8 | tag & 0xFF);
    }

    private int blockOf(int group, String creator) {
        for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++)
            if (creator.equals(root.string(Tag.of(group, block)))) return block;
        return -1;
    }

    private int freeBlock(int group) {
        for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++)
            if (!root.contains(Tag.of(group, block))) return block;
        throw new IllegalStateException("no private block of group " + Integer.toHexString(group) + " is free");
    }

    private void unmark() {
        root.setString(Tags.PATIENT_IDENTITY_REMOVED, VR.CS, "NO");
        root.remove(Tags.DEIDENTIFICATION_METHOD);
        root.remove(Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE);
        root.remove(EncryptedAttributes.SEQUENCE);
    }
}
