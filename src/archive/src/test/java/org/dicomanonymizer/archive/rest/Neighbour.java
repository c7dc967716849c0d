// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Resources of the archive's own at the same paths, which have to go on answering. */
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

    @GET
    @Path("{what:studies/.+|series|patients|mwlitems|workitems/.+}")
    public String found(@PathParam("what") String what) {
        return "found " + what;
    }

    @POST
    @Path("patients")
    public String create() {
        return "created";
    }

    @Path("aets/{aet}/{service:wado|fhir|dimse}")
    public static final class Other {
        @GET
        @Path("{path:.*}")
        public String get(@PathParam("service") String service) {
            return service;
        }

        @POST
        @Path("{path:.*}")
        public String post(@PathParam("service") String service) {
            return service;
        }
    }
}
