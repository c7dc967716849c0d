// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dcm4che3.net.DeviceExtension;

/** Holds the device's coercion rules, exporters and queues. */
public class ArchiveDeviceExtension extends DeviceExtension {
    private static final long serialVersionUID = 1L;

    private final transient Collection<ArchiveAttributeCoercion2> coercions = new ArrayList<>();
    private final transient Map<String, ExporterDescriptor> exporters = new ConcurrentHashMap<>();
    private final transient Map<String, QueueDescriptor> queues = new ConcurrentHashMap<>();

    public ArchiveDeviceExtension() {}

    public ShowPatientInfo getShowPatientInfoInSystemLog() {
        return null;
    }

    public ShowPatientInfo showPatientInfoInSystemLog() {
        return null;
    }

    public StorageDescriptor getStorageDescriptor(String storageID) {
        return null;
    }

    public ExporterDescriptor getExporterDescriptor(String exporterID) {
        return exporters.get(exporterID);
    }

    public Collection<ExporterDescriptor> getExporterDescriptors() {
        return exporters.values();
    }

    public void addExporterDescriptor(ExporterDescriptor descriptor) {
        exporters.put(descriptor.getExporterID(), descriptor);
    }

    public void addQueueDescriptor(QueueDescriptor descriptor) {
        queues.put(descriptor.getQueueName(), descriptor);
    }

    public QueueDescriptor getQueueDescriptor(String queueName) {
        return queues.get(queueName);
    }

    public boolean isAuditSoftwareConfigurationVerbose() {
        return false;
    }

    public Collection<ExportRule> getExportRules() {
        return List.of();
    }

    public Collection<ArchiveAttributeCoercion2> getAttributeCoercions2() {
        return coercions;
    }

    /** The list is emptied and filled again in its place, as that of the archive is. */
    @Override
    public void reconfigure(DeviceExtension from) {
        coercions.clear();
        coercions.addAll(((ArchiveDeviceExtension) from).coercions);
    }
}
