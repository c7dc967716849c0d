// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.war;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dicomanonymizer.archivedouble.Doubles;
import org.dicomanonymizer.shape.lib.LiveDevice;
import org.dicomanonymizer.shape.lib.Peers;
import org.dicomanonymizer.shape.lib.Storage;

/** What the tests put into the archive: peers, exporters, and objects. */
@RequestScoped
@Path("archive")
public class SettingsResource {
    @Inject
    private LiveDevice device;

    @Inject
    private Peers peers;

    @Inject
    private Storage storage;

    @PUT
    @Path("entities/{title}")
    public void entity(@PathParam("title") String title, @QueryParam("port") int port) {
        peers.entity(title, port);
    }

    /** @param properties each {@code name=value} */
    @PUT
    @Path("applications/{name}")
    public void application(
            @PathParam("name") String name,
            @QueryParam("url") String url,
            @QueryParam("property") List<String> properties) {
        peers.application(name, url, parse(properties));
    }

    /** @param properties each {@code name=value} */
    @PUT
    @Path("exporters/{id}")
    public void exporter(
            @PathParam("id") String id,
            @QueryParam("uri") String uri,
            @QueryParam("property") List<String> properties) {
        ExporterDescriptor exporter = Doubles.exporter(id, URI.create(uri));
        parse(properties).forEach(exporter::setProperty);
        device.addExporter(exporter);
    }

    /**
     * Takes a file of the storage into a study.
     *
     * @param record what the database holds of the object: a line of tag, VR and value for each attribute
     */
    @PUT
    @Path("studies/{study}/{file}")
    public void object(
            @PathParam("study") String study,
            @PathParam("file") String file,
            @QueryParam("transferSyntax") String transferSyntax,
            String record) {
        Attributes attributes = new Attributes();
        for (String line : record.split("\n")) {
            String[] parts = line.split(" ", 3);
            attributes.setString(Integer.parseUnsignedInt(parts[0], 16), VR.valueOf(parts[1]), parts[2]);
        }
        storage.files().add(study, file, transferSyntax, attributes);
    }

    private static Map<String, String> parse(List<String> properties) {
        return properties.stream()
                .map(property -> property.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }
}
