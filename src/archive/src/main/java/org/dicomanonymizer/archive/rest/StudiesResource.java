// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.export.OnDemandExports;
import org.dicomanonymizer.archive.export.StudyPreviews;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.rule.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be done with the studies of an AE. The path is that of the archive's own resources, beside which this one stands. */
@RequestScoped
@Path("aets/{AETitle}/rs")
public class StudiesResource {
    private static final Logger LOG = LoggerFactory.getLogger(StudiesResource.class);
    private static final Pattern UID = Pattern.compile("[0-9.]{1,64}");
    private static final int MAX_BATCH = 255;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private Device device;
    private ConfiguredProfiles profiles;
    private StudyPreviews previews;
    private OnDemandExports exports;

    /** RESTEasy looks for it, though CDI makes the resources. */
    public StudiesResource() {}

    @Inject
    public StudiesResource(
            Device device, ConfiguredProfiles profiles, StudyPreviews previews, OnDemandExports exports) {
        this.device = device;
        this.profiles = profiles;
        this.previews = previews;
        this.exports = exports;
    }

    /** What would become of one object of each series; the values only for users with the archive's privileged role. */
    @GET
    @Path("studies/{StudyUID}/anonymize/preview")
    @Produces(MediaType.APPLICATION_JSON)
    public Response preview(
            @PathParam("AETitle") String aeTitle,
            @PathParam("StudyUID") String study,
            @QueryParam("profile") String profile,
            @Context HttpServletRequest request) {
        return Answers.of(() -> {
            Access access = new Access(request);
            access.requireServices(device, aeTitle);
            requireUid(study);
            LoadedProfile loaded = ProfileViews.find(profiles, required("profile", profile));
            boolean values = access.isPrivileged();
            List<StudyPreviews.Entry> entries = previews.of(
                    aeTitle, study, loaded.anonymizer(), values ? HttpServletRequestInfo.valueOf(request) : null);
            if (entries.isEmpty()) throw new RefusedRequestException(Status.NOT_FOUND, "No such Study: " + study);
            if (values) LOG.info("{} sees values of study {} in a preview", access.userName(), study);
            return Answers.json(PreviewView.of(profile, study, entries, values));
        });
    }

    /** Queues the de-identified export of a study. */
    @POST
    @Path("studies/{StudyUID}/anonymize")
    @Produces(MediaType.APPLICATION_JSON)
    public Response anonymizeStudy(@BeanParam ExportRequest request) {
        return queue(request);
    }

    /** The same for a series. */
    @POST
    @Path("studies/{StudyUID}/series/{SeriesUID}/anonymize")
    @Produces(MediaType.APPLICATION_JSON)
    public Response anonymizeSeries(@BeanParam ExportRequest request) {
        return queue(request);
    }

    /** The same for an object. */
    @POST
    @Path("studies/{StudyUID}/series/{SeriesUID}/instances/{ObjectUID}/anonymize")
    @Produces(MediaType.APPLICATION_JSON)
    public Response anonymizeInstance(@BeanParam ExportRequest request) {
        return queue(request);
    }

    private Response queue(ExportRequest request) {
        return Answers.of(() -> {
            Access access = new Access(request.http);
            access.requireServices(device, request.aeTitle);
            requireUid(request.study);
            if (request.series != null) requireUid(request.series);
            if (request.instance != null) requireUid(request.instance);
            ExporterDescriptor exporter =
                    new RequestedExporter(device, access).find(request.exporter, request.destinations);
            OnDemandExports.Order order = new OnDemandExports.Order(
                    request.study, request.series, request.instance, batch(request.batch), scheduled(request.time));
            HttpServletRequestInfo remembered = HttpServletRequestInfo.valueOf(request.http);
            checkChoice(exporter, request, remembered);
            Task task = exports.queue(exporter, order, remembered);
            return Answers.text(Status.ACCEPTED, json(task), MediaType.APPLICATION_JSON);
        });
    }

    /** The exporter reads its choices out of the address that the task remembers: both have to understand it alike. */
    private void checkChoice(ExporterDescriptor exporter, ExportRequest request, HttpServletRequestInfo remembered) {
        OnDemandExports.Choice choice;
        try {
            choice = exports.check(exporter, remembered);
        } catch (ConfigurationException | IllegalArgumentException e) {
            throw new RefusedRequestException(Status.BAD_REQUEST, Answers.oneLine(e.getMessage()));
        }
        if (!request.profiles.stream().allMatch(choice.profile()::equals)
                || !request.destinations.stream().allMatch(choice.destination()::equals))
            throw new RefusedRequestException(
                    Status.BAD_REQUEST,
                    "the names of the parameters profile and destination have to be written without %-escapes");
    }

    /** What the archive's database can hold. */
    private static String batch(String batch) {
        if (batch == null || batch.length() <= MAX_BATCH) return batch;
        throw new RefusedRequestException(
                Status.BAD_REQUEST, "batchID is longer than " + MAX_BATCH + " characters; shorten it");
    }

    private static String json(Task task) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = Json.createGenerator(text)) {
            task.writeAsJSON(generator);
        }
        return text.toString();
    }

    private static Date scheduled(String time) {
        if (time == null) return new Date();
        try {
            return Date.from(LocalDateTime.parse(time, TIME)
                    .atZone(ZoneId.systemDefault())
                    .toInstant());
        } catch (DateTimeParseException e) {
            throw new RefusedRequestException(Status.BAD_REQUEST, "scheduledTime has to have the form yyyyMMddHHmmss");
        }
    }

    private static String required(String name, String value) {
        if (value != null && !value.isEmpty()) return value;
        throw new RefusedRequestException(Status.BAD_REQUEST, "the parameter " + name + " is missing");
    }

    private static void requireUid(String uid) {
        if (!UID.matcher(uid).matches())
            throw new RefusedRequestException(
                    Status.BAD_REQUEST, "the address holds what is no UID where one has to stand");
    }
}
