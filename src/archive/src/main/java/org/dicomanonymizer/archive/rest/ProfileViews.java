// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response.Status;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.profile.LoadedProfile;

/** Profiles as the services show them. */
final class ProfileViews {
    private ProfileViews() {}

    /**
     * The profile in force that a request names.
     *
     * @throws RefusedRequestException if there is none
     */
    static LoadedProfile find(ConfiguredProfiles profiles, String name) {
        return profiles.current().all().stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedRequestException(Status.NOT_FOUND, "No such de-identification profile: " + name));
    }

    /** Name, purpose, and whether it can be used. */
    static JsonObjectBuilder summary(LoadedProfile loaded) {
        JsonObjectBuilder summary = Json.createObjectBuilder().add("name", loaded.name());
        loaded.profile()
                .filter(profile -> !profile.description().isEmpty())
                .ifPresent(profile -> summary.add("description", profile.description()));
        return summary.add("usable", loaded.isUsable())
                .add("errors", Answers.array(loaded.errors()))
                .add("warnings", Answers.array(loaded.warnings()));
    }
}
