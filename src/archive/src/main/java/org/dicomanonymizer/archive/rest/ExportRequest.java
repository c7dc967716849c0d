// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** What a request for a de-identified export says, whether of a study, a series or an object. RESTEasy fills it in. */
public class ExportRequest {
    @PathParam("AETitle")
    String aeTitle;

    @PathParam("StudyUID")
    String study;

    /** Null for all. */
    @PathParam("SeriesUID")
    String series;

    /** Null for all. */
    @PathParam("ObjectUID")
    String instance;

    /** As often as it is named. */
    @QueryParam("profile")
    List<String> profiles;

    @QueryParam("exporter")
    String exporter;

    /** As often as it is named. */
    @QueryParam("destination")
    List<String> destinations;

    @QueryParam("batchID")
    String batch;

    @QueryParam("scheduledTime")
    String time;

    @Context
    HttpServletRequest http;
}
