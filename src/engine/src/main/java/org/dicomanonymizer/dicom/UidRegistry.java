// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The UIDs that the standard itself assigns (PS3.6 Annex A): SOP classes, transfer syntaxes, well-known instances and frames
 * of reference, coding schemes, context groups, ... They tell nothing about a patient. Read at first use.
 */
public final class UidRegistry {
    private static final String ROOT = "1.2.840.10008.";

    /** Names by what follows the root. */
    private final Map<String, String> names = new HashMap<>(4096);

    private UidRegistry() {
        for (String[] row : ResourceLines.rows(UidRegistry.class, "uids.tsv")) names.put(row[0], row[4]);
    }

    private static final class Holder {
        static final UidRegistry STANDARD = new UidRegistry();
    }

    /** The registry of edition 2026d. */
    public static UidRegistry standard() {
        return Holder.STANDARD;
    }

    /** Whether the standard assigns this UID, retired ones included. Padding is not ignored. */
    public boolean isRegistered(String uid) {
        return name(uid) != null;
    }

    /** The name of a registered UID (empty for three withdrawn ones), or null. */
    public String name(String uid) {
        return uid.startsWith(ROOT) ? names.get(uid.substring(ROOT.length())) : null;
    }

    /** The UID of a keyword of PS3.6, such as {@code CTImageStorage}; null if there is none. */
    public static String ofKeyword(String keyword) {
        for (String[] row : ResourceLines.rows(UidRegistry.class, "uids.tsv"))
            if (row[3].equals(keyword)) return ROOT + row[0];
        return null;
    }

    /** All registered UIDs. */
    public Set<String> all() {
        return names.keySet().stream().map(ROOT::concat).collect(Collectors.toUnmodifiableSet());
    }
}
