// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.profile;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dicomanonymizer.profile.IdentitySettings;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * What whoever uses a profile may set otherwise than the profile does: only what takes none of its protection away.
 *
 * @param project         keeps projects with one key apart; null for the profile's own
 * @param pseudonymPrefix text before the pseudonyms of patients; null for the profile's own
 * @param verify          whether each result is searched for what identified the patient, even if the profile does not ask for
 *                        it
 */
public record Overrides(String project, String pseudonymPrefix, boolean verify) {
    /** The profile as it is. */
    public static final Overrides NONE = new Overrides(null, null, false);

    private static final String PROJECT = "project";
    private static final String PREFIX = "pseudonymPrefix";
    private static final String VERIFY = "verify";

    /**
     * Reads parameters.
     *
     * @param parameters {@code project} and {@code pseudonymPrefix}, not empty; {@code verify}, which can only be true
     * @throws ConfigurationException if there are others, or one of them can't be
     */
    public static Overrides of(Map<String, String> parameters) {
        if (parameters.isEmpty()) return NONE;
        Map<String, String> open = new TreeMap<>(parameters);
        String project = notEmpty(PROJECT, open);
        String prefix = notEmpty(PREFIX, open);
        String verify = open.remove(VERIFY);
        if (verify != null && !verify.equals("true"))
            throw new ConfigurationException("parameter " + VERIFY
                    + " can only be true: verification can be switched on here, but it is switched off in the profile");
        if (!open.isEmpty())
            throw new ConfigurationException("unknown parameter " + String.join(", ", open.keySet()) + "; there are "
                    + PROJECT + ", " + PREFIX + " and " + VERIFY + ", everything else is set in the profile");
        return new Overrides(project, prefix, verify != null);
    }

    private static String notEmpty(String name, Map<String, String> parameters) {
        String value = parameters.remove(name);
        if (value != null && value.isBlank())
            throw new ConfigurationException("parameter " + name + " is empty; give it a value or leave it out");
        return value;
    }

    /**
     * A profile with these settings.
     *
     * @throws ConfigurationException if the profile does not allow one of them
     */
    Profile applyTo(Profile profile) {
        IdentitySettings own = profile.identity();
        try {
            return profile.toBuilder()
                    .identity(new IdentitySettings(
                            own.key(),
                            Objects.requireNonNullElse(project, own.project()),
                            Objects.requireNonNullElse(pseudonymPrefix, own.pseudonymPrefix()),
                            own.pseudonymLength()))
                    .verify(verify || profile.verify())
                    .build();
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("parameter " + PREFIX + ": " + e.getMessage());
        }
    }
}
