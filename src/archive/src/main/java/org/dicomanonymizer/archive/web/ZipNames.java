// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The archive's format of the names of files in a ZIP ({@code dcmWadoZIPEntryNameFormat}), which it fills with originals. */
final class ZipNames {
    private static final Pattern FIELD = Pattern.compile("\\{([^}]*)}");

    /** Checksums, what is made up, and SOP Class UID, Modality, Series Number and Instance Number. */
    private static final Pattern HARMLESS =
            Pattern.compile("[^,]*,(hash|md5)|(rnd|now)(,.*)?|(00080016|00080060|00200011|00200013)(,.*)?");

    private ZipNames() {}

    /** Whether names may tell values of the originals. */
    static boolean tellOriginals(String format) {
        Matcher field = FIELD.matcher(format);
        while (field.find()) if (!HARMLESS.matcher(field.group(1)).matches()) return true;
        return false;
    }
}
