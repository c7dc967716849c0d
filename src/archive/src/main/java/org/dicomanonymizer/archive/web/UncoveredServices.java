// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dicomanonymizer.archive.coerce.AnonymizeCoercion;
import org.dicomanonymizer.archive.coerce.Channel;
import org.dicomanonymizer.archive.coerce.CoercionRefusedException;
import org.dicomanonymizer.archive.coerce.LoadedRules;

/**
 * Stands before the archive's own REST services: those that answer without asking any coercion are refused for application
 * entities whose answers have to be de-identified. Retrieval and queries of studies, series and instances go on to the archive,
 * which asks the coercion, or to the guard before it.
 *
 * <p>It has to be in force whatever becomes of the plugin's own services, so that it is not packaged with them.
 */
@Provider
@ApplicationScoped
public class UncoveredServices implements ContainerRequestFilter {
    /** Paths: {@code aets/AET/SERVICE/...}. */
    private static final int AET = 1;

    private static final int SERVICE = 2;
    private static final int RESOURCE = 3;

    private static final MediaType ZIP = new MediaType("application", "zip");
    private static final Set<String> COVERED = Set.of("studies", "series", "instances");

    private Device device;
    private LoadedRules loaded;
    private AnonymizeCoercion coercion;

    @Context
    private HttpServletRequest request;

    /** RESTEasy looks for it, though CDI makes the filter. */
    public UncoveredServices() {}

    @Inject
    public UncoveredServices(Device device, LoadedRules loaded, AnonymizeCoercion coercion) {
        this.device = device;
        this.loaded = loaded;
        this.coercion = coercion;
    }

    /** Answers 403 in place of the archive where originals would go out. */
    @Override
    public void filter(ContainerRequestContext context) {
        List<String> path = context.getUriInfo().getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .toList();
        if (path.size() <= SERVICE || !path.get(0).equals("aets")) return;
        ApplicationEntity entity = device.getApplicationEntity(path.get(AET), true);
        ArchiveAEExtension extension = entity == null ? null : entity.getAEExtension(ArchiveAEExtension.class);
        if (extension == null) return;
        RulesForWeb rules = new RulesForWeb(loaded.of(extension), entity.getAETitle(), request);
        if (!isCovered(path, context.getMethod()))
            refuse(
                    context,
                    rules.first(Channel.ANSWERED),
                    "this service answers with originals that no coercion sees; ask for studies, series or instances");
        else if (Boolean.parseBoolean(context.getUriInfo().getQueryParameters().getFirst("dicomdir")))
            refuse(
                    context,
                    rules.first(Channel.SENT),
                    "the archive makes a DICOMDIR of the originals' values; retrieve without dicomdir=true");
        else if (ZipNames.tellOriginals(extension.wadoZIPEntryNameFormat()) && mayBecomeZip(context))
            refuse(
                    context,
                    rules.first(Channel.SENT),
                    "dcmWadoZIPEntryNameFormat makes names of files in a ZIP out of the originals' values; let it use"
                            + " checksums ({...,hash}) only, or retrieve by Accept: multipart/related");
    }

    /** The archive goes by the parameter, if there is one, and by the header otherwise. */
    private static boolean mayBecomeZip(ContainerRequestContext context) {
        Stream<MediaType> asked = context.getUriInfo().getQueryParameters().getOrDefault("accept", List.of()).stream()
                .flatMap(types -> Stream.of(types.split(",")))
                .map(type -> MediaType.valueOf(type.strip()));
        return Stream.concat(context.getAcceptableMediaTypes().stream(), asked)
                .anyMatch(type -> ZIP.isCompatible(type) && !isAnything(type));
    }

    /**
     * What most clients ask for. The archive answers with a ZIP only to those that take no {@code multipart/related} of DICOM
     * objects; of a wildcard it takes the parameter {@code type} for the type of the parts.
     */
    private static boolean isAnything(MediaType type) {
        return type.isWildcardType()
                && type.isWildcardSubtype()
                && !type.getParameters().containsKey("type");
    }

    /** Whether nothing gets out but by a coercion; what is only asked to do something has nothing to tell. */
    private static boolean isCovered(List<String> path, String method) {
        String service = path.get(SERVICE);
        if (service.equals("fhir")) return false;
        if (!method.equals("GET") && !method.equals("HEAD")) return true;
        return service.equals("wado")
                || service.equals("rs") && path.size() > RESOURCE && COVERED.contains(path.get(RESOURCE));
    }

    private void refuse(ContainerRequestContext context, Optional<ArchiveAttributeCoercion2> rule, String reason) {
        if (rule.isEmpty()) return;
        try {
            coercion.refuse(rule.get(), reason);
        } catch (CoercionRefusedException e) {
            context.abortWith(Response.status(Response.Status.FORBIDDEN)
                    .entity(Json.createObjectBuilder()
                            .add("errorMessage", e.getMessage())
                            .build()
                            .toString())
                    .type(MediaType.APPLICATION_JSON)
                    .build());
        }
    }
}
