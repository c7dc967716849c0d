// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.verify;

import java.util.HashSet;
import java.util.Set;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.UidRegistry;
import org.dicomanonymizer.dicom.UidRole;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.text.Identifiers;

/**
 * What must not be found in the result: the identifiers of the patient, and the UIDs of instances. Read from an object
 * before it is treated. Immutable; it has no textual form.
 */
public final class Original {
    private final Identifiers identifiers;
    private final Set<String> uids;

    private Original(Identifiers identifiers, Set<String> uids) {
        this.identifiers = identifiers;
        this.uids = uids;
    }

    /** What an untreated object tells, in its root and all items. */
    public static Original of(DataSet root) {
        return new Builder().add(root).build();
    }

    /** Gathers what several objects tell. Not thread-safe. */
    public static final class Builder {
        private final Identifiers.Builder identifiers = Identifiers.builder();
        private final Set<String> uids = new HashSet<>();

        /** Adds what an untreated object tells, in its root and all items. */
        public Builder add(DataSet root) {
            identifiers.addAll(root);
            collectUids(root, uids);
            return this;
        }

        /** Ends the gathering. */
        public Original build() {
            return new Original(identifiers.build(), uids);
        }
    }

    private static void collectUids(DataSet set, Set<String> uids) {
        for (int tag : set.tags()) {
            VR vr = set.vr(tag);
            if (vr == VR.SQ) set.items(tag).forEach(item -> collectUids(item, uids));
            if (vr != VR.UI || isStructural(tag)) continue;
            for (String uid : set.strings(tag))
                if (!uid.isBlank() && !UidRegistry.standard().isRegistered(uid.strip())) uids.add(uid.strip());
        }
    }

    /** Such UIDs name classes, schemes and syntaxes, and stay. */
    static boolean isStructural(int tag) {
        DictionaryEntry entry = Dictionary.standard().entry(tag);
        return entry != null && entry.uidRole() == UidRole.STRUCTURAL;
    }

    /** The identifiers of the patient, and whatever else the object tells of people and places. */
    public Identifiers identifiers() {
        return identifiers;
    }

    boolean knowsUid(String uid) {
        return uids.contains(uid);
    }

    /** Says nothing: what it holds identifies. */
    @Override
    public String toString() {
        return "original";
    }
}
