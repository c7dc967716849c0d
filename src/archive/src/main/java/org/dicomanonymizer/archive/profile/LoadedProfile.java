// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.profile.Problem;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * A profile of the configuration, and what became of it: ready for use, or the reasons why it can't be used. Immutable and
 * shared by threads.
 */
public final class LoadedProfile {
    private final ProfileEntry entry;
    private final Anonymizer anonymizer;
    private final List<String> errors;
    private final List<String> warnings;

    private LoadedProfile(ProfileEntry entry, Anonymizer anonymizer, List<String> errors, List<String> warnings) {
        this.entry = entry;
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
        ProfileReader.Reading reading = ProfileReader.read(entry.json(), entry.name(), folder);
        List<String> warnings = new ArrayList<>(
                reading.warnings().stream().map(Problem::toString).toList());
        try {
            if (!ProfileEntry.NAME.matcher(entry.name()).matches())
                throw new ConfigurationException("\"" + entry.name()
                        + "\" is no name of a profile: letters, digits, '_'," + " '.' and '-' are allowed, at most 64");
            Profile profile = reading.orThrow().as(entry.name()).build();
            if (profile.identity().key() == null)
                throw new ConfigurationException(
                        "profile " + entry.name() + " refers to no key; in an archive the pseudonyms"
                                + " have to survive a restart, so name a file or a variable of the environment that holds one");
            Anonymizer anonymizer = Anonymizer.builder().profile(profile).build();
            warnings.addAll(anonymizer.warnings());
            return new LoadedProfile(entry, anonymizer, List.of(), warnings);
        } catch (ConfigurationException e) {
            return new LoadedProfile(entry, null, e.problems(), warnings);
        }
    }

    public String name() {
        return entry.name();
    }

    /** The configuration that it was made of. */
    public ProfileEntry entry() {
        return entry;
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
