// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;

/**
 * What is to be done with objects: the standard's profile with its options, and the site's own rules, which win over both.
 * Immutable.
 *
 * @param name        the profile's name, for reports and marks
 * @param edition     the edition of PS3.15 whose table applies; null to leave alone what no rule of the site selects
 * @param options     the options of PS3.15 Annex E that are taken
 * @param rules       the site's rules, in their order
 * @param keepPrivate whether private elements stay that no rule selects
 */
public record Profile(String name, Edition edition, Set<ProfileOption> options, List<Rule> rules, boolean keepPrivate) {
    public Profile {
        Objects.requireNonNull(name, "name");
        EnumSet<ProfileOption> copy = EnumSet.noneOf(ProfileOption.class);
        copy.addAll(options);
        options = java.util.Collections.unmodifiableSet(copy);
        rules = List.copyOf(rules);
    }

    /** The Basic Application Level Confidentiality Profile of the newest edition, without options. */
    public static Profile basic() {
        return new Profile("basic", Edition.latest(), Set.of(), List.of(), false);
    }

    /** Keeps everything that no rule selects; objects treated by it are not marked as de-identified. */
    public static Profile keepAll() {
        return new Profile("keep-all", null, Set.of(), List.of(), true);
    }

    /** Whether the table of the standard applies, so that the results may be marked as de-identified. */
    public boolean deidentifies() {
        return edition != null;
    }

    /** This profile with further rules, which win over equally specific ones that it has. */
    public Profile with(List<Rule> further) {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(further);
        return new Profile(name, edition, options, all, keepPrivate);
    }

    /** This profile with private elements kept, or deleted, unless a rule says otherwise. */
    public Profile withPrivateKept(boolean keep) {
        return new Profile(name, edition, options, rules, keep);
    }

    /** This profile with other options. */
    public Profile withOptions(Set<ProfileOption> others) {
        return new Profile(name, edition, others, rules, keepPrivate);
    }

    /** This profile by the table of another edition. */
    public Profile withEdition(Edition other) {
        return new Profile(name, other, options, rules, keepPrivate);
    }
}
