// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.profile;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All profiles of one state of the configuration. Immutable: a reload makes another one, and objects under way finish on the
 * one that they began with.
 */
public final class ProfileSet {
    /** No profiles: every use is refused. */
    public static final ProfileSet EMPTY = new ProfileSet(Map.of());

    private final Map<String, LoadedProfile> profiles;

    private ProfileSet(Map<String, LoadedProfile> profiles) {
        this.profiles = profiles;
    }

    /**
     * Compiles the profiles, each once; one with errors is part of the set and refuses its own objects only.
     *
     * @param folder where relative file names in profiles start from
     */
    public static ProfileSet of(Collection<ProfileEntry> entries, Path folder) {
        return of(entries.stream().map(entry -> LoadedProfile.of(entry, folder)).toList());
    }

    /** A set of compiled profiles. */
    public static ProfileSet of(List<LoadedProfile> loaded) {
        Map<String, LoadedProfile> profiles = new LinkedHashMap<>();
        for (LoadedProfile profile : loaded) profiles.put(profile.name(), profile);
        return new ProfileSet(profiles);
    }

    /**
     * The profile of a name, usable or not.
     *
     * @throws UnusableProfileException if there is none
     */
    public LoadedProfile named(String name) {
        LoadedProfile profile = profiles.get(name);
        if (profile != null) return profile;
        throw new UnusableProfileException("There is no de-identification profile \"" + name
                + "\" in the configuration of" + " this archive; configured are: "
                + (profiles.isEmpty() ? "none" : String.join(", ", profiles.keySet())));
    }

    /** All, in the order of the configuration. */
    public List<LoadedProfile> all() {
        return List.copyOf(profiles.values());
    }
}
