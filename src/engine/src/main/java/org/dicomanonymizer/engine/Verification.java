// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.text.Identifiers;
import org.dicomanonymizer.verify.Finding;
import org.dicomanonymizer.verify.Original;
import org.dicomanonymizer.verify.ResidualSearch;

/**
 * Searches a treated object for what identified the patient in the original. What a rule of the site keeps by name is left
 * out: there the site has decided.
 */
final class Verification implements WalkObserver {
    private static final int TOLD_FINDINGS = 10;

    private final Original original;
    private final boolean searchUids;
    private final boolean searchPixels;
    private final Set<Element> keptBySite = new HashSet<>();

    private Verification(Original original, boolean searchUids, boolean searchPixels) {
        this.original = original;
        this.searchUids = searchUids;
        this.searchPixels = searchPixels;
    }

    /**
     * The verification of an object that has not been treated yet.
     *
     * @param encapsulated whether its pixel data are compressed, and so may hold text between the pixels
     */
    static Verification of(DataSet root, Profile profile, boolean encapsulated) {
        return new Verification(
                Original.of(root), !profile.options().contains(ProfileOption.RETAIN_UIDS), encapsulated);
    }

    /** What the original tells. */
    Identifiers identifiers() {
        return original.identifiers();
    }

    @Override
    public void after(DataSet set, int tag, Effect effect, Treatment treatment) {
        if (treatment.bySite() && effect == Effect.KEPT) keptBySite.add(new Element(set, tag));
    }

    /** A birth date that was cut to its year or moved is left out, since it may be the same day by chance. */
    private boolean exempts(DataSet set, int tag) {
        return tag == Tags.PIXEL_DATA && !searchPixels
                || tag == Tags.PATIENT_BIRTH_DATE
                || !keptBySite.isEmpty() && keptBySite.contains(new Element(set, tag));
    }

    /**
     * Searches a treated data set, the root or the file meta information.
     *
     * @throws RefusedException if anything is found; tells the places and kinds
     */
    void check(DataSet treated) {
        List<Finding> findings = new ResidualSearch(original, searchUids, this::exempts).in(treated);
        if (findings.isEmpty()) return;
        String told =
                findings.stream().limit(TOLD_FINDINGS).map(Finding::toString).collect(Collectors.joining(", "));
        String more = findings.size() > TOLD_FINDINGS ? " and " + (findings.size() - TOLD_FINDINGS) + " more" : "";
        throw new RefusedException("verification found identifiers in the result: " + told + more
                + "; add rules for these attributes, or keep them by name if they may stay");
    }
}
