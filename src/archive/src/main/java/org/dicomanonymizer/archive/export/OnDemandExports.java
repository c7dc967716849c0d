// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Date;
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
     * Checks that an exporter can be used, by the profile that a request names.
     *
     * @param address the address of the request, with its query
     * @return the profile
     * @throws ConfigurationException if the exporter is not configured rightly, or does not allow the profile
     * @throws org.dicomanonymizer.archive.profile.UnusableProfileException if the profile is missing or has errors
     */
    public String check(ExporterDescriptor exporter, String address) {
        if (address.length() > MAX_ADDRESS)
            throw new ConfigurationException("the address of the request is longer than " + MAX_ADDRESS
                    + " characters, which is what the archive keeps of it");
        provider.getExporter(exporter);
        return RequestedProfile.of(address, ExportSettings.of(exporter).profiles());
    }

    /** Queues an export; the task remembers the request, by which the exporter finds the profile. */
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
        task.setRequestURI(
                request.queryString == null ? request.requestURI : request.requestURI + '?' + request.queryString);
        tasks.scheduleTask(task);
        return task;
    }
}
