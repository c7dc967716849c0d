// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.war;

import static javax.naming.Context.PROVIDER_URL;
import static javax.naming.Context.SECURITY_CREDENTIALS;
import static javax.naming.Context.SECURITY_PRINCIPAL;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dicomanonymizer.archivedouble.Doubles;
import org.dicomanonymizer.shape.ejb.Reloading;
import org.dicomanonymizer.shape.lib.Coercions;
import org.dicomanonymizer.shape.lib.Exporters;
import org.dicomanonymizer.shape.lib.LiveDevice;

/** What the tests ask of the archive: its configuration, and what becomes of an object under a rule. */
@RequestScoped
@Path("archive")
@Produces(MediaType.TEXT_PLAIN)
public class ArchiveResource {
    private static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";
    private static final int SOP_INSTANCE_UID = 0x00080018;
    private static final int[] SHOWN = {SOP_INSTANCE_UID, 0x00080060, 0x00100010, 0x00120062};

    @Inject
    private LiveDevice device;

    @Inject
    private Reloading reloading;

    @Inject
    private Coercions coercions;

    @Inject
    private Exporters exporters;

    @GET
    @Path("extensions")
    public String extensions() {
        return device.extensions();
    }

    @GET
    @Path("configuration")
    public String configuration() {
        return device.configuration();
    }

    @PUT
    @Path("configuration")
    public Response configure(String configuration) {
        return answered(() -> {
            device.takeJson(configuration);
            return "";
        });
    }

    @POST
    @Path("reload")
    public Response reload(
            @QueryParam("directory") String url,
            @QueryParam("user") String user,
            @QueryParam("password") String password,
            @Context HttpServletRequest request) {
        return answered(() -> {
            device.setDirectory(
                    user == null
                            ? Map.of(PROVIDER_URL, url)
                            : Map.of(PROVIDER_URL, url, SECURITY_PRINCIPAL, user, SECURITY_CREDENTIALS, password));
            reloading.reload(request);
            return "";
        });
    }

    /** The class of the exporter of a URI. */
    @GET
    @Path("exporter")
    public Response exporter(@QueryParam("uri") String uri) {
        return answered(() -> exporters
                .of(Doubles.exporter("DEID", URI.create(uri)))
                .getClass()
                .getName());
    }

    /** One line per attribute of an object after the coercion: tag and value. */
    @POST
    @Path("coerce")
    public Response coerce(@QueryParam("uri") String uri) {
        return answered(() -> {
            Attributes object = object();
            ArchiveAttributeCoercion2 rule = rule(uri);
            // As in a C-STORE, where the UID is announced before the object is read.
            coercions.remapUID(rule, object.getString(SOP_INSTANCE_UID));
            coercions.coerce(rule, CT_IMAGE_STORAGE, object);
            StringBuilder text = new StringBuilder();
            for (int tag : SHOWN)
                if (object.contains(tag))
                    text.append("%08X ".formatted(tag))
                            .append(object.getString(tag, ""))
                            .append('\n');
            return text.toString();
        });
    }

    @POST
    @Path("remap")
    public Response remap(@QueryParam("uri") String uri, @QueryParam("uid") String uid) {
        return answered(() -> coercions.remapUID(rule(uri), uid));
    }

    /** For what is sent. */
    private static ArchiveAttributeCoercion2 rule(String uri) {
        return new ArchiveAttributeCoercion2("rule")
                .setURI(uri)
                .setRole(TransferCapability.Role.SCP)
                .setDIMSE(Dimse.C_STORE_RQ);
    }

    private static Attributes object() {
        Attributes object = new Attributes();
        object.setString(0x00080016, VR.UI, CT_IMAGE_STORAGE);
        object.setString(SOP_INSTANCE_UID, VR.UI, "1.2.3.4");
        object.setString(0x00080060, VR.CS, "CT");
        object.setString(0x00100010, VR.PN, "Doe^Jane");
        object.setString(0x00100020, VR.LO, "4711");
        return object;
    }

    private static Response answered(Work work) {
        try {
            return Response.ok(work.answer()).build();
        } catch (Exception e) {
            return Response.serverError().entity(String.valueOf(e.getMessage())).build();
        }
    }

    private interface Work {
        String answer() throws Exception;
    }
}
