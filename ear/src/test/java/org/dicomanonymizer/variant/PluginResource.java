// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.variant;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;

/** A REST resource as the plugin may have them, which needs a bean of the plugin's jar. */
@RequestScoped
@Path("plugin")
public class PluginResource {
    @Inject
    private ConfiguredProfiles profiles;

    @GET
    public String profiles() {
        return "profiles: " + profiles.current().all().size();
    }
}
