// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.date;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ages over 89, which are so rare that they identify: the Safe Harbor method of HIPAA, 45 CFR 164.514(b)(2)(i)(C), allows
 * only one category for all of them, age 90 or older, and no date that tells more.
 */
public final class Ages {
    /** The age in years that stands for itself and all higher ones. */
    public static final int OLDEST = 90;

    private static final Pattern FORM = Pattern.compile("\\d{3}[DWMY]");

    private Ages() {}

    /**
     * An age of VR AS, {@code 090Y} for all that are higher.
     *
     * @return nothing if the text is none; empty text stays empty
     */
    public static Optional<String> capped(String text) {
        String age = TemporalText.strip(text);
        if (age.isEmpty()) return Optional.of("");
        if (!FORM.matcher(age).matches()) return Optional.empty();
        boolean over = age.endsWith("Y") && Integer.parseInt(age.substring(0, 3)) >= OLDEST;
        return Optional.of(over ? "0" + OLDEST + "Y" : age);
    }

    /** Whether someone who is born on a day has that age on another. */
    static boolean isOldest(Moment birth, Moment at) {
        return ChronoUnit.YEARS.between(birth.date(), at.date()) >= OLDEST;
    }
}
