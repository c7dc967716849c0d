// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.dicom.ResourceLines;

/** The endings by which a word that no list holds is told from a name. */
final class Endings {
    private record Ending(String letters, int leastLength, boolean anyCase) {}

    private final List<Ending> endings = new ArrayList<>();

    private Endings() {}

    static Endings load() {
        Endings all = new Endings();
        for (String[] row : ResourceLines.rows(Endings.class, "endings.tsv"))
            all.endings.add(new Ending(row[0], Integer.parseInt(row[1]), row[2].equals("any")));
        return all;
    }

    /** Whether a folded word ends so; in small letters more endings count. */
    boolean matches(String word, boolean lowerCase) {
        for (Ending ending : endings)
            if (word.length() >= ending.leastLength()
                    && (lowerCase || ending.anyCase())
                    && word.endsWith(ending.letters())) return true;
        return false;
    }
}
