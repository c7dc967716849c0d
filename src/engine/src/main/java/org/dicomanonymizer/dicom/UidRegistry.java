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

    private UidRegistry() {}

    private static final class Holder {
        /** Names by what follows the root. */
        static final Map<String, String> NAMES = read();

        private static Map<String, String> read() {
            Map<String, String> names = new HashMap<>(4096);
            for (String[] row : ResourceLines.rows(UidRegistry.class, "uids.tsv")) names.put(row[0], row[4]);
            return names;
        }
    }

    /** Whether the standard (edition 2026d) assigns this UID, retired ones included. Padding is not ignored. */
    public static boolean isRegistered(String uid) {
        return name(uid) != null;
    }

    /** The name of a registered UID (empty for three withdrawn ones), or null. */
    public static String name(String uid) {
        return uid.startsWith(ROOT) ? Holder.NAMES.get(uid.substring(ROOT.length())) : null;
    }

    /** All registered UIDs. */
    public static Set<String> all() {
        return Holder.NAMES.keySet().stream().map(ROOT::concat).collect(Collectors.toUnmodifiableSet());
    }
}
