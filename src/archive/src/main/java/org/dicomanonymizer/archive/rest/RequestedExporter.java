// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dicomanonymizer.archive.export.DestinationChoice;
import org.dicomanonymizer.archive.export.OnDemandExports;

/** Finds the exporter for a request, and refuses users who may not use it, or not for where they want to send. */
final class RequestedExporter {
    private final Device device;
    private final ArchiveDeviceExtension archive;
    private final Access access;

    RequestedExporter(Device device, Access access) {
        this.device = device;
        this.archive = device.getDeviceExtensionNotNull(ArchiveDeviceExtension.class);
        this.access = access;
    }

    /**
     * The exporter that is named; or without its name, the one that lets the user choose the destination.
     *
     * @param exporterId   null or empty for none
     * @param destinations those that the request names: which they are is told only to who may choose one
     * @throws RefusedRequestException if there is none for this user and destination
     */
    ExporterDescriptor find(String exporterId, List<String> destinations) {
        boolean isNamed = exporterId != null && !exporterId.isEmpty();
        if (!isNamed && destinations.isEmpty())
            throw new RefusedRequestException(Status.BAD_REQUEST, "the parameter exporter is missing");
        ExporterDescriptor exporter = isNamed ? named(exporterId) : allowing(destinations);
        if (archive.getQueueDescriptor(exporter.getQueueName()) == null)
            throw new RefusedRequestException(
                    Status.NOT_FOUND, "No queue configured for Exporter: " + exporter.getExporterID());
        if (exporter.getAETitle() != null) access.requireAE(device, exporter.getAETitle());
        DestinationChoice.of(exporter).ifPresent(choice -> check(exporter.getExporterID(), choice, destinations));
        return exporter;
    }

    private ExporterDescriptor named(String exporterId) {
        ExporterDescriptor exporter = archive.getExporterDescriptor(exporterId);
        if (exporter == null) throw new RefusedRequestException(Status.NOT_FOUND, "No such Exporter: " + exporterId);
        if (!OnDemandExports.SCHEME.equals(exporter.getExportURI().getScheme()))
            throw new RefusedRequestException(
                    Status.BAD_REQUEST,
                    "Exporter " + exporterId + " does not de-identify; name one whose dcmURI begins with "
                            + OnDemandExports.SCHEME + ":");
        return exporter;
    }

    private ExporterDescriptor allowing(List<String> destinations) {
        List<ExporterDescriptor> open = archive.getExporterDescriptors().stream()
                .filter(exporter -> DestinationChoice.of(exporter)
                        .filter(choice -> access.hasOneOf(choice.roles()))
                        .isPresent())
                .toList();
        if (open.isEmpty())
            throw new RefusedRequestException(
                    Status.FORBIDDEN,
                    "there is no exporter by which this user may name a destination. An administrator configures one with"
                            + " dcmURI " + DestinationChoice.EXPORT_URI
                            + " and, in its dcmProperty roles, who may; or name"
                            + " an exporter with a destination of its own by the parameter exporter");
        List<ExporterDescriptor> allowing = open.stream()
                .filter(exporter -> choices(exporter).containsAll(destinations))
                .toList();
        if (allowing.isEmpty())
            throw notAllowed(open.stream()
                    .flatMap(exporter -> choices(exporter).stream())
                    .toList());
        if (allowing.size() > 1)
            throw new RefusedRequestException(
                    Status.BAD_REQUEST,
                    "several exporters allow this destination; name one of them by the parameter exporter: "
                            + listed(allowing.stream()
                                    .map(ExporterDescriptor::getExporterID)
                                    .toList()));
        return allowing.get(0);
    }

    private static List<String> choices(ExporterDescriptor exporter) {
        return DestinationChoice.of(exporter).orElseThrow().destinations();
    }

    private void check(String exporterId, DestinationChoice choice, List<String> destinations) {
        if (!access.hasOneOf(choice.roles()))
            throw new RefusedRequestException(
                    Status.FORBIDDEN,
                    "a destination of exporter " + exporterId
                            + " may be named by administrators and by users with a role"
                            + " that its dcmProperty roles lists; let an administrator add one of this user's, or name an"
                            + " exporter with a destination of its own");
        if (destinations.isEmpty() || !choice.destinations().containsAll(destinations))
            throw notAllowed(choice.destinations());
    }

    private static RefusedRequestException notAllowed(Collection<String> destinations) {
        return new RefusedRequestException(
                Status.BAD_REQUEST, "the parameter destination has to be one of these: " + listed(destinations));
    }

    private static String listed(Collection<String> names) {
        return names.stream().distinct().sorted().collect(Collectors.joining(", "));
    }
}
