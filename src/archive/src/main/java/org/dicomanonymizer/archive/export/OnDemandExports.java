// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.qmgt.TaskManager;
import org.dicomanonymizer.rule.ConfigurationException;

/** Queues exports that somebody asks for, and refuses at once what could not be carried out later. */
@ApplicationScoped
public class OnDemandExports {
    /** What stands before the first colon of the export URI of exporters that de-identify. */
    public static final String SCHEME = "anonymized";

    private static final String ALL = "*";

    /** What the archive's database holds of an address. */
    private static final int MAX_ADDRESS = 4000;

    private Device device;
    private AnonymizedExporterProvider provider;
    private TaskManager tasks;

    protected OnDemandExports() {}

    @Inject
    public OnDemandExports(Device device, AnonymizedExporterProvider provider, TaskManager tasks) {
        this.device = device;
        this.provider = provider;
        this.tasks = tasks;
    }

    /**
     * What is to be exported, and when.
     *
     * @param study    the Study Instance UID
     * @param series   the Series Instance UID, or null for all
     * @param instance the SOP Instance UID, or null for all
     * @param batch    the name of a batch that the task belongs to, or null
     * @param time     not before when it is to be carried out
     */
    public record Order(String study, String series, String instance, String batch, Date time) {}

    /**
     * What a request chooses, as the exporter will understand it.
     *
     * @param profile     the name of the profile
     * @param destination as in an export URI without its scheme
     */
    public record Choice(String profile, String destination) {}

    /**
     * Checks that an exporter can be used, by the profile and the destination that a request names.
     *
     * @throws ConfigurationException if the exporter is not configured rightly, or does not allow what the request names
     * @throws org.dicomanonymizer.archive.profile.UnusableProfileException if the profile is missing or has errors
     */
    public Choice check(ExporterDescriptor exporter, HttpServletRequestInfo request) {
        provider.getExporter(exporter);
        RequestAddress address = address(exporter, request);
        if (address.text().length() > MAX_ADDRESS)
            throw new ConfigurationException("the address of the request is longer than " + MAX_ADDRESS
                    + " characters, which is what the archive keeps of it");
        ExportSettings settings = ExportSettings.of(exporter);
        Choice choice = new Choice(
                RequestedProfile.of(address, settings.profiles()),
                RequestedDestination.of(address, exporter.getExporterID(), settings)
                        .toString());
        if (!address.values(RequestedDestination.EXPORTER).equals(List.of(exporter.getExporterID())))
            throw new ConfigurationException(
                    "the parameter exporter has to be written once and without %-escapes in its name: the task would"
                            + " remember another one, whose roles the user may lack");
        return choice;
    }

    /**
     * The address that a task remembers. It always names the exporter, so that no other can take over the choices, and the profile,
     * which the archive's audit messages tell by it.
     */
    private static RequestAddress address(ExporterDescriptor exporter, HttpServletRequestInfo request) {
        return RequestAddress.of(request)
                .withDefault(RequestedDestination.EXPORTER, exporter.getExporterID())
                .withDefault(
                        RequestedProfile.PARAMETER,
                        ExportSettings.of(exporter).profiles().get(0));
    }

    /** Queues an export; the task remembers the request, by which the exporter finds what it chose. */
    public Task queue(ExporterDescriptor exporter, Order order, HttpServletRequestInfo request) {
        Task task = new Task();
        task.setDeviceName(device.getDeviceName());
        task.setQueueName(exporter.getQueueName());
        task.setType(Task.Type.EXPORT);
        task.setStatus(Task.Status.SCHEDULED);
        task.setExporterID(exporter.getExporterID());
        task.setLocalAET(exporter.getAETitle());
        task.setStudyInstanceUID(order.study());
        task.setSeriesInstanceUID(Objects.requireNonNullElse(order.series(), ALL));
        task.setSOPInstanceUID(Objects.requireNonNullElse(order.instance(), ALL));
        task.setBatchID(order.batch());
        task.setScheduledTime(order.time());
        task.setRequesterUserID(request.requesterUserID);
        task.setRequesterHost(request.requesterHost);
        task.setRequestURI(address(exporter, request).text());
        tasks.scheduleTask(task);
        return task;
    }
}
