// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.conf.ProfileStore;
import org.dicomanonymizer.archive.conf.ProfileTrial;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.dicom.UidRegistry;
import org.dicomanonymizer.engine.ExplanationFormat;
import org.dicomanonymizer.engine.ProfileExplanation;

/** The de-identification profiles in force. */
@RequestScoped
@Path("anonymizer/profiles")
public class ProfilesResource {
    /** Its address is that of the service that checks. */
    private static final String RESERVED = "check";

    private ConfiguredProfiles profiles;
    private ProfileStore store;

    /** RESTEasy looks for it, though CDI makes the resources. */
    public ProfilesResource() {}

    @Inject
    public ProfilesResource(ConfiguredProfiles profiles, ProfileStore store) {
        this.profiles = profiles;
        this.store = store;
    }

    /** All profiles, those with errors too. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response list() {
        return Answers.of(() -> {
            JsonArrayBuilder list = Json.createArrayBuilder();
            for (LoadedProfile profile : profiles.current().all()) list.add(ProfileViews.summary(profile));
            return Answers.json(list.build());
        });
    }

    /** A profile as its author writes it. */
    @GET
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response show(@PathParam("name") String name) {
        return Answers.of(
                () -> Answers.json(ProfileViews.find(profiles, name).entry().json()));
    }

    /** What a profile does to every attribute, and by which rule. */
    @GET
    @Path("{name}/explain")
    @Produces(MediaType.APPLICATION_JSON)
    public Response explain(@PathParam("name") String name, @QueryParam("sopClass") String sopClass) {
        return Answers.of(() -> Answers.json(ExplanationFormat.JSON.write(explanation(name, sopClass))));
    }

    /** The same as a document. */
    @GET
    @Path("{name}/explain")
    @Produces(Answers.MARKDOWN + ";qs=0.5")
    public Response explainInWords(@PathParam("name") String name, @QueryParam("sopClass") String sopClass) {
        return Answers.of(
                () -> Answers.text(ExplanationFormat.MARKDOWN.write(explanation(name, sopClass)), Answers.MARKDOWN));
    }

    private ProfileExplanation explanation(String name, String sopClass) {
        LoadedProfile profile = ProfileViews.find(profiles, name);
        return new ProfileExplanation(profile.anonymizer().profile(), uid(sopClass));
    }

    private static String uid(String sopClass) {
        if (sopClass == null || sopClass.matches("[0-9.]{1,64}")) return sopClass;
        String uid = UidRegistry.ofKeyword(sopClass);
        if (uid == null)
            throw new RefusedRequestException(
                    Status.BAD_REQUEST, "sopClass is no UID, and no keyword of PS3.6 such as CTImageStorage");
        return uid;
    }

    /** The section on de-identification of a conformance statement. */
    @GET
    @Path("{name}/conformance")
    @Produces(Answers.MARKDOWN)
    public Response conformance(@PathParam("name") String name) {
        return Answers.of(() ->
                Answers.text(ProfileViews.find(profiles, name).anonymizer().conformanceStatement(), Answers.MARKDOWN));
    }

    /** What is wrong with the profile in the body. It may name files of the server: administrators only. */
    @POST
    @Path("check")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response check(@Context HttpServletRequest request, InputStream body) {
        return Answers.of(() -> {
            new Access(request).requireAdministrator();
            return Answers.json(ProfileCheck.of(ProfileTrial.of(RequestBody.read(body))));
        });
    }

    /** Stores the profile in the body and puts it in force; nothing is changed if it can't be used. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("name") String name, @Context HttpServletRequest request, InputStream body) {
        return Answers.of(() -> {
            new Access(request).requireAdministrator();
            requireName(name);
            String json = RequestBody.read(body);
            ProfileTrial trial = ProfileTrial.of(json);
            if (!trial.isUsable())
                return Answers.text(
                        Status.BAD_REQUEST, ProfileCheck.refusal(trial).toString(), MediaType.APPLICATION_JSON);
            boolean created = store.put(name, json, request);
            return Answers.text(
                    created ? Status.CREATED : Status.OK,
                    ProfileViews.summary(ProfileViews.find(profiles, name))
                            .build()
                            .toString(),
                    MediaType.APPLICATION_JSON);
        });
    }

    private static void requireName(String name) {
        if (!ProfileEntry.NAME.matcher(name).matches() || name.equals(RESERVED))
            throw new RefusedRequestException(
                    Status.BAD_REQUEST,
                    "the name of a profile has letters, digits, '_', '.' and '-', at most 64, and is not " + RESERVED);
    }

    /** Removes a profile; coercions and exporters that name it refuse their objects from now on. */
    @DELETE
    @Path("{name}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response delete(@PathParam("name") String name, @Context HttpServletRequest request) {
        return Answers.of(() -> {
            new Access(request).requireAdministrator();
            if (!store.remove(name, request))
                throw new RefusedRequestException(Status.NOT_FOUND, "No such de-identification profile: " + name);
            return Response.noContent().build();
        });
    }
}
