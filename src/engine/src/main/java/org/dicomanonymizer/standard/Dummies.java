// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dicomanonymizer.dicom.CharacterSet;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.TagMap;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueCodec;

/**
 * Values for code D of PS3.15 Table E.1-1: legal for the VR, the multiplicity and, where PS3.3 enumerates values, the
 * attribute, and telling nothing. The text ones hold no digit, so that no identifier occurs in them by chance.
 */
public final class Dummies {
    private static final String SAME_LENGTH = "=";

    private final Map<VR, String> byVr;
    private final TagMap<String> byTag;
    private final Map<String, String> documents = new HashMap<>();
    private final DummyItems items;

    private Dummies() {
        Map<VR, String> vrs = new EnumMap<>(VR.class);
        Map<TagMask, String> tags = new HashMap<>();
        for (String[] row : ResourceLines.rows(Dummies.class, "dummies.tsv")) {
            if (row[0].length() == 2) vrs.put(VR.valueOf(row[0]), row[1]);
            else tags.put(mask(row[0]), row[1]);
        }
        byVr = vrs;
        byTag = TagMap.of(tags);
        for (String[] row : ResourceLines.rows(Dummies.class, "documents.tsv")) documents.put(row[0], row[1]);
        items = new DummyItems(this);
    }

    static TagMask mask(String keyword) {
        return Dictionary.standard()
                .maskOf(keyword)
                .orElseThrow(() -> new IllegalStateException("No attribute has the keyword " + keyword));
    }

    private static final class Holder {
        static final Dummies STANDARD = new Dummies();
    }

    /** The dummies that suit the IODs of PS3.3 2025e. Read at first use. */
    public static Dummies standard() {
        return Holder.STANDARD;
    }

    /**
     * Dummy values of an attribute, as many as the dictionary asks for at least, in the form of {@link
     * DataSet#setStrings}.
     *
     * @throws IllegalArgumentException if the VR has no textual form, or is UI: UIDs are mapped
     */
    public List<String> values(int tag, VR vr) {
        if (!vr.isString() && vr.kind() != VR.Kind.NUMBER || vr == VR.UI)
            throw new IllegalArgumentException("There is no dummy text for the VR " + vr);
        String own = own(tag, vr);
        if (own != null && !own.equals(SAME_LENGTH)) return List.of(own.split("\\\\"));
        DictionaryEntry entry = Dictionary.standard().entry(tag);
        return Collections.nCopies(entry == null ? 1 : entry.minVm(), byVr.get(vr));
    }

    /** {@link #values} of a text VR, encoded and padded: the same in every character set. */
    public byte[] encoded(int tag, VR vr) {
        return ValueCodec.encode(vr, values(tag, vr), () -> CharacterSet.DEFAULT, false);
    }

    /** Whether other attributes tell the length of an attribute's value, so that a dummy has to be as long. */
    public boolean keepsLength(int tag) {
        return SAME_LENGTH.equals(byTag.get(tag));
    }

    /**
     * The encoded dummy value of an attribute of a {@link VR.Kind#BYTES} kind. Empty if other attributes tell its length
     * (pixel data, look-up tables, waveforms, ...): then the dummy is as many zero bytes as there were.
     *
     * @throws IllegalArgumentException if the VR is of another kind
     */
    public Optional<byte[]> bytes(int tag, VR vr) {
        if (vr.kind() != VR.Kind.BYTES) throw new IllegalArgumentException("There are no dummy bytes for the VR " + vr);
        String own = own(tag, vr);
        if (SAME_LENGTH.equals(own)) return Optional.empty();
        return Optional.of(HexFormat.of().parseHex(own == null ? byVr.get(vr) : own));
    }

    /**
     * The smallest legal document of a MIME type, blank or with a placeholder, for Encapsulated Document (0042,0011): PDF,
     * CDA, STL, OBJ, MTL. Case and parameters of the type do not matter. Empty for any other type: of such a document
     * nobody knows what would be legal.
     */
    public Optional<byte[]> document(String mimeType) {
        int parameters = mimeType.indexOf(';');
        String type = parameters < 0 ? mimeType : mimeType.substring(0, parameters);
        String file = documents.get(type.strip().toLowerCase(Locale.ROOT));
        return Optional.ofNullable(file).map(name -> ResourceLines.bytes(Dummies.class, "documents/" + name));
    }

    /**
     * Replaces the items of a sequence by a single one that is legal where the sequence stands. A sequence without a
     * description keeps the shape of its first item, with every value a dummy; private attributes are left out.
     *
     * @param uids gives the new UID for an original one, or the same where it is none of an instance; must take any text,
     *     for where an item needs a UID that the original does not have, it is made from the place in the object
     */
    public void replaceItems(DataSet parent, int sequenceTag, UnaryOperator<String> uids) {
        items.replace(parent, sequenceTag, uids);
    }

    /** The value that the attribute itself calls for, if it is of the VR that the standard gives it. */
    private String own(int tag, VR vr) {
        String own = byTag.get(tag);
        if (own == null || SAME_LENGTH.equals(own)) return own;
        return Dictionary.standard().vr(tag) == vr ? own : null;
    }
}
