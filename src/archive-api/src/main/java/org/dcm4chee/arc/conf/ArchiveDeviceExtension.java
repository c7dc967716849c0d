// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.Collection;
import org.dcm4che3.net.DeviceExtension;

public class ArchiveDeviceExtension extends DeviceExtension {

    public ArchiveDeviceExtension() {}

    public ShowPatientInfo getShowPatientInfoInSystemLog() {
        throw new UnsupportedOperationException();
    }

    public ShowPatientInfo showPatientInfoInSystemLog() {
        throw new UnsupportedOperationException();
    }

    public StorageDescriptor getStorageDescriptor(String storageID) {
        throw new UnsupportedOperationException();
    }

    public ExporterDescriptor getExporterDescriptor(String exporterID) {
        throw new UnsupportedOperationException();
    }

    public Collection<ExporterDescriptor> getExporterDescriptors() {
        throw new UnsupportedOperationException();
    }

    public QueueDescriptor getQueueDescriptor(String queueName) {
        throw new UnsupportedOperationException();
    }

    public boolean isAuditSoftwareConfigurationVerbose() {
        throw new UnsupportedOperationException();
    }

    public Collection<ExportRule> getExportRules() {
        throw new UnsupportedOperationException();
    }

    public Collection<ArchiveAttributeCoercion2> getAttributeCoercions2() {
        throw new UnsupportedOperationException();
    }
}
