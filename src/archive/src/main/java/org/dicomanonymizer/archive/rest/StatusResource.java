// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.dicomanonymizer.archive.coerce.CoercionCounts;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.health.CoercionHealth;
import org.dicomanonymizer.archive.health.Finding;
import org.dicomanonymizer.archive.profile.LoadedProfile;

/** How the plugin is doing on this server. */
@RequestScoped
@Path("anonymizer/status")
public class StatusResource {
    private ConfiguredProfiles profiles;
    private CoercionCounts counts;
    private CoercionHealth health;

    /** RESTEasy looks for it, though CDI makes the resources. */
    public StatusResource() {}

    @Inject
    public StatusResource(ConfiguredProfiles profiles, CoercionCounts counts, CoercionHealth health) {
        this.profiles = profiles;
        this.counts = counts;
        this.health = health;
    }

    /** Release, profiles with their errors, what the coercion did since the server was started, what it refused last, findings. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response status() {
        return Answers.of(() -> Answers.json(Json.createObjectBuilder()
                .add("version", version())
                .add("profiles", profilesInForce())
                .add("coercion", coercion())
                .add("lastRefusals", lastRefusals())
                .add("findings", findings())
                .build()));
    }

    private static String version() {
        String version = ConfiguredProfiles.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "unknown");
    }

    private JsonArrayBuilder profilesInForce() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (LoadedProfile profile : profiles.current().all()) list.add(ProfileViews.summary(profile));
        return list;
    }

    private JsonArrayBuilder coercion() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        counts.byProfile()
                .forEach((profile, count) -> list.add(Json.createObjectBuilder()
                        .add("profile", profile)
                        .add("treated", count.treated())
                        .add("refused", count.refused())));
        return list;
    }

    private JsonArrayBuilder lastRefusals() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (CoercionCounts.Refusal refusal : counts.lastRefusals())
            list.add(Json.createObjectBuilder()
                    .add("time", refusal.time().toString())
                    .add("profile", refusal.profile())
                    .add("reason", Answers.oneLine(refusal.reason())));
        return list;
    }

    /** What was found wrong with the coercion rules when the configuration was loaded last. */
    private JsonArrayBuilder findings() {
        JsonArrayBuilder list = Json.createArrayBuilder();
        for (Finding finding : health.report().findings())
            list.add(Json.createObjectBuilder()
                    .add("where", finding.where())
                    .add("rule", finding.rule())
                    .add("reason", Answers.oneLine(finding.reason())));
        return list;
    }
}
