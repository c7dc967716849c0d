// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A resource of the archive's own at the same path, which has to go on answering. */
@Path("aets/{aet}/rs")
public class Neighbour {
    @GET
    @Path("studies")
    public String studies(@PathParam("aet") String aeTitle) {
        return "studies of " + aeTitle;
    }

    @POST
    @Path("studies/{StudyUID}/export/{ExporterID}")
    public String export(@PathParam("StudyUID") String study) {
        return "exported " + study;
    }
}
