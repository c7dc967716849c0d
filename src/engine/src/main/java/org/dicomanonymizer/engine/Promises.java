// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.profile.PixelSettings;
import org.dicomanonymizer.profile.Profile;

/**
 * What a profile may ask for though this version does not carry it out. Such a profile is refused when it is compiled:
 * ignoring a part of it would be a broken promise.
 */
final class Promises {
    private Promises() {}

    /** One line for each promise of a profile that can't be kept. */
    static List<String> broken(Profile profile) {
        List<String> problems = new ArrayList<>();
        OptionRules.problems(profile.options()).forEach(reason -> problems.add(problem(profile, reason)));
        if (!profile.deidentifies() && !profile.options().isEmpty())
            problems.add(problem(profile, "options extend the standard's table; name an edition of it"));
        if (!profile.pixels().equals(PixelSettings.NONE))
            problems.add(problem(profile, "\"pixels\": this version does not clean or judge pixels"));
        return problems;
    }

    private static String problem(Profile profile, String reason) {
        return "profile " + profile.name() + ": " + reason;
    }
}
