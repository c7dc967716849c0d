// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Describes these services to programs. */
@RequestScoped
@Path("anonymizer/openapi.yaml")
public class DescriptionResource {
    private static final String YAML = "application/yaml";

    /** The OpenAPI description. */
    @GET
    @Produces(YAML)
    public Response describe() {
        return Answers.of(() -> {
            try (InputStream in = DescriptionResource.class.getResourceAsStream("openapi.yaml")) {
                return Answers.text(new String(in.readAllBytes(), StandardCharsets.UTF_8), YAML);
            }
        });
    }
}
