// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.CodingSchemes;
import org.dicomanonymizer.text.ByteSearch;
import org.dicomanonymizer.text.Hit;
import org.dicomanonymizer.text.Kind;

/**
 * Searches a whole result for what identified the patient in the original: every text at every depth, private and opaque
 * values, everything behind the pixel data, and Patient's Birth Date. Coded values, numbers, other dates and ages are left out:
 * they hold no text, and what they tell is the profile's business.
 */
public final class ResidualSearch {
    /** Identifiers of fewer characters are met by chance. */
    private static final int SHORTEST = 4;

    /** In bytes without structure chance is greater. */
    private static final int SHORTEST_IN_BYTES = 6;

    /** What tells of the patient; names of staff and the like are the profile's business. */
    private static final Set<Kind> KINDS = Collections.unmodifiableSet(
            EnumSet.of(Kind.PATIENT_NAME, Kind.IDENTIFIER, Kind.BIRTH_DATE, Kind.ADDRESS, Kind.PHONE));

    private static final int PIECE = 1 << 16;
    private static final int LONGEST_UID = 64;

    private final Original original;
    private final boolean uids;
    private final Exemption exemption;
    private final List<Finding> findings = new ArrayList<>();

    /** Elements that a profile keeps on purpose. */
    @FunctionalInterface
    public interface Exemption {
        /** Whether the element of this data set is not searched. */
        boolean covers(DataSet set, int tag);
    }

    /**
     * @param original  what is searched for
     * @param uids      whether UIDs are searched for, too
     * @param exemption what is left out
     */
    public ResidualSearch(Original original, boolean uids, Exemption exemption) {
        this.original = original;
        this.uids = uids;
        this.exemption = exemption;
    }

    /** Searches a data set with all it contains; the findings in their order, none if it is clean. */
    public List<Finding> in(DataSet root) {
        search(root, null);
        return List.copyOf(findings);
    }

    /** An element, or (of an item) the sequence that holds it; told only where something is found. */
    private record Place(Place around, int tag, int item) {
        @Override
        public String toString() {
            String inside = around == null ? "" : around + "[" + around.item + "].";
            return inside + Tag.toString(tag);
        }
    }

    private void search(DataSet set, Place around) {
        for (int tag : set.tags()) {
            VR vr = set.vr(tag);
            if (vr != VR.SQ && exemption.covers(set, tag)) continue;
            switch (vr) {
                case SQ -> searchItems(set, tag, around);
                case UI -> searchUids(set, tag, around);
                case AE, LO, LT, PN, SH, ST, UC, UR, UT -> searchTexts(set, tag, around);
                case DA -> {
                    if (tag == Tags.PATIENT_BIRTH_DATE) searchTexts(set, tag, around);
                }
                case OB, OW, UN -> searchBytes(set, tag, new Place(around, tag, 0));
                default -> {}
            }
        }
    }

    private void searchItems(DataSet set, int tag, Place around) {
        int number = 0;
        for (DataSet item : set.items(tag)) search(item, new Place(around, tag, ++number));
    }

    private void searchUids(DataSet set, int tag, Place around) {
        if (!uids || Original.isStructural(tag)) return;
        for (String uid : set.strings(tag))
            if (original.knowsUid(uid.strip())) add(new Place(around, tag, 0), "original UID");
    }

    private void searchTexts(DataSet set, int tag, Place around) {
        Place place = new Place(around, tag, 0);
        for (String text : set.strings(tag)) searchText(text, place, isOfPublishedWords(set, tag));
    }

    /** Meanings of published codes and names of methods: a patient may be called like a word of theirs. */
    private static boolean isOfPublishedWords(DataSet set, int tag) {
        return tag == Tags.DEIDENTIFICATION_METHOD
                || tag == Tags.CODE_MEANING && CodingSchemes.isPublished(set.string(Tags.CODING_SCHEME_DESIGNATOR));
    }

    private void searchText(String text, Place place, boolean published) {
        for (Hit hit : original.identifiers().find(text))
            if (KINDS.contains(hit.kind())
                    && (hit.kind() != Kind.IDENTIFIER || hit.end() - hit.start() >= SHORTEST)
                    && !(published && hit.word())) add(place, hit.kind().toString());
        if (uids && UidScan.tells(text, original::knowsUid)) add(place, "original UID");
    }

    /** Piece by piece, each with the end of the one before, since a name may lie across the border. */
    private void searchBytes(DataSet set, int tag, Place place) {
        ByteSearch bytes = original.identifiers().inBytes(KINDS, SHORTEST_IN_BYTES);
        int overlap = Math.max(bytes.longest(), LONGEST_UID);
        int fresh = (int) Math.max(1, Math.min(PIECE, set.length(tag)));
        byte[] piece = new byte[overlap + fresh];
        int kept = 0;
        try (InputStream in = set.open(tag)) {
            for (int count; (count = in.readNBytes(piece, kept, fresh)) > 0; ) {
                int filled = kept + count;
                Optional<Kind> kind = bytes.find(piece, 0, filled);
                if (kind.isPresent()) add(place, kind.get().toString());
                else if (uids && UidScan.tells(piece, filled, original::knowsUid)) add(place, "original UID");
                kept = Math.min(overlap, filled);
                System.arraycopy(piece, filled - kept, piece, 0, kept);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Place place, String kind) {
        Finding finding = new Finding(place.toString(), kind);
        if (!findings.contains(finding)) findings.add(finding);
    }
}
