// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import java.util.HashSet;
import java.util.Set;
import org.dicomanonymizer.dicom.ResourceLines;

/**
 * Vocabularies that somebody publishes, so that the meaning of their codes is known and names nobody (PS3.16 section 8). Codes
 * of any other scheme are local ones: whoever assigned them has written their meaning as he liked.
 */
public final class CodingSchemes {
    private CodingSchemes() {}

    private static final class Holder {
        static final Set<String> PUBLISHED = read();

        private static Set<String> read() {
            Set<String> schemes = new HashSet<>();
            for (String[] row : ResourceLines.rows(CodingSchemes.class, "coding-schemes.tsv")) schemes.add(row[0]);
            return schemes;
        }
    }

    /**
     * Whether a scheme is a published one.
     *
     * @param designator Coding Scheme Designator (0008,0102), a version in brackets behind it makes no difference; may be null
     */
    public static boolean isPublished(String designator) {
        return designator != null && Holder.PUBLISHED.contains(withoutVersion(designator));
    }

    /** A designator without the version that some put behind it: {@code NCDR [2.0b]} is NCDR. */
    static String withoutVersion(String designator) {
        int version = designator.indexOf('[');
        return (version < 0 ? designator : designator.substring(0, version)).strip();
    }
}
