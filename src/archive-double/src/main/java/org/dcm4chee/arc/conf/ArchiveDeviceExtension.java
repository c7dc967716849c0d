// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dcm4che3.net.DeviceExtension;

/** Holds the device's coercion rules. */
public class ArchiveDeviceExtension extends DeviceExtension {
    private final transient Collection<ArchiveAttributeCoercion2> coercions = new ArrayList<>();

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
        return null;
    }

    public Collection<ExporterDescriptor> getExporterDescriptors() {
        return List.of();
    }

    public Collection<ExportRule> getExportRules() {
        return List.of();
    }

    public Collection<ArchiveAttributeCoercion2> getAttributeCoercions2() {
        return coercions;
    }
}
