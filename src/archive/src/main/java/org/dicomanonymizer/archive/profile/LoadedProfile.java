// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.profile.Problem;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * A profile of the configuration, and what became of it: ready for use, or the reasons why it can't be used. Immutable and
 * shared by threads; what is made of it in addition is made once and kept for as long as the profile is in force.
 */
public final class LoadedProfile {
    private final ProfileEntry entry;
    private final Profile profile;
    private final Anonymizer anonymizer;
    private final List<String> errors;
    private final List<String> warnings;
    private final Map<Overrides, LoadedProfile> variants = new ConcurrentHashMap<>();
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    private LoadedProfile(
            ProfileEntry entry, Profile profile, Anonymizer anonymizer, List<String> errors, List<String> warnings) {
        this.entry = entry;
        this.profile = profile;
        this.anonymizer = anonymizer;
        this.errors = List.copyOf(errors);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Compiles a profile. Faults are kept, not thrown: they concern this profile only.
     *
     * @param folder where relative file names in profiles start from
     */
    public static LoadedProfile of(ProfileEntry entry, Path folder) {
        return of(entry, List.of(), Problem::toString, folder);
    }

    /**
     * The same for a profile that was made from something else.
     *
     * @param faults  what was found wrong with that already; with one, the profile can't be used
     * @param wording tells a fault of the profile in its terms
     */
    public static LoadedProfile of(
            ProfileEntry entry, List<String> faults, Function<Problem, String> wording, Path folder) {
        ProfileReader.Reading reading = ProfileReader.read(entry.json(), entry.name(), folder);
        List<String> errors = new ArrayList<>(faults);
        List<String> warnings = new ArrayList<>();
        for (Problem problem : reading.problems())
            (problem.code().isError() ? errors : warnings).add(wording.apply(problem));
        if (faults.isEmpty() && !ProfileEntry.NAME.matcher(entry.name()).matches())
            errors.add("\"" + entry.name()
                    + "\" is no name of a profile: letters, digits, '_', '.' and '-' are allowed, at most 64");
        if (!errors.isEmpty()) return new LoadedProfile(entry, reading.profile(), null, errors, warnings);
        return compiled(entry, reading.profile().as(entry.name()).build(), warnings);
    }

    private static LoadedProfile compiled(ProfileEntry entry, Profile profile, List<String> warnings) {
        try {
            if (profile.identity().key() == null)
                throw new ConfigurationException(
                        "refers to no key; in an archive the pseudonyms have to survive a restart,"
                                + " so name a file or a variable of the environment that holds one");
            Anonymizer anonymizer = Anonymizer.builder().profile(profile).build();
            List<String> all = new ArrayList<>(warnings);
            all.addAll(anonymizer.warnings());
            return new LoadedProfile(entry, profile, anonymizer, List.of(), all);
        } catch (ConfigurationException e) {
            return new LoadedProfile(entry, profile, null, at(entry, e), warnings);
        }
    }

    /** This profile with other settings; compiled once, with errors of its own. */
    public LoadedProfile with(Overrides overrides) {
        if (overrides.equals(Overrides.NONE) || profile == null) return this;
        return variants.computeIfAbsent(overrides, this::variant);
    }

    private LoadedProfile variant(Overrides overrides) {
        try {
            return compiled(entry, overrides.applyTo(profile), List.of());
        } catch (ConfigurationException e) {
            return new LoadedProfile(entry, profile, null, at(entry, e), List.of());
        }
    }

    /** The faults, each with the name of the profile, which some have already. */
    private static List<String> at(ProfileEntry entry, ConfigurationException faults) {
        String place = "profile " + entry.name() + ": ";
        return faults.problems().stream()
                .map(fault -> fault.startsWith(place) ? fault : place + fault)
                .toList();
    }

    /** Something that is made of this profile, once. */
    public <T> T derived(Class<T> type, Function<LoadedProfile, T> maker) {
        return type.cast(derived.computeIfAbsent(type, any -> maker.apply(this)));
    }

    public String name() {
        return entry.name();
    }

    /** The configuration that it was made of. */
    public ProfileEntry entry() {
        return entry;
    }

    /** What the profile says, even if it can't be carried out; nothing if it can't even be read. */
    public Optional<Profile> profile() {
        return Optional.ofNullable(profile);
    }

    public boolean isUsable() {
        return anonymizer != null;
    }

    /** Why it can't be used, a line for each reason; empty if it can. */
    public List<String> errors() {
        return errors;
    }

    /** What the administrator should know, though it does not hinder the use. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * What carries the profile out.
     *
     * @throws UnusableProfileException if it has errors; all are told
     */
    public Anonymizer anonymizer() {
        if (anonymizer != null) return anonymizer;
        throw new UnusableProfileException("De-identification profile " + name() + " can't be used until it is mended: "
                + String.join("; ", errors));
    }
}
