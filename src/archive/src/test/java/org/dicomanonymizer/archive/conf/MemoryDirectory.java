// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.conf.api.DicomConfiguration;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.ArchiveService;

/** A directory that remembers the profiles of one device, and the archive that reloads them from there. */
public final class MemoryDirectory implements DicomConfiguration, ArchiveService {
    private final Device live;
    private List<Entry> stored = List.of();
    private int merges;
    private String refusal;

    /** @param live the device that is running, with its profiles */
    public MemoryDirectory(Device live) {
        this.live = live;
        this.stored = AnonymizerDeviceExtension.configurationOf(live);
    }

    /** Lets it refuse what is written, for a reason. */
    public void refuse(String reason) {
        refusal = reason;
    }

    /** How often something has been written. */
    public int merges() {
        return merges;
    }

    @Override
    public Device findDevice(String name) {
        Device device = new Device(name);
        AnonymizerDeviceExtension extension = new AnonymizerDeviceExtension();
        extension.setConfiguration(stored);
        device.addDeviceExtension(extension);
        return device;
    }

    @Override
    public ConfigurationChanges merge(Device device, EnumSet<Option> options) throws ConfigurationException {
        if (refusal != null) throw new ConfigurationException(refusal);
        merges++;
        stored = AnonymizerDeviceExtension.configurationOf(device);
        return new ConfigurationChanges(false);
    }

    @Override
    public void reload(HttpServletRequest request) {
        Device loaded = findDevice(live.getDeviceName());
        live.getDeviceExtension(AnonymizerDeviceExtension.class)
                .reconfigure(loaded.getDeviceExtension(AnonymizerDeviceExtension.class));
    }

    @Override
    public ApplicationEntity findApplicationEntity(String aeTitle) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ConfigurationChanges persist(Device device, EnumSet<Option> options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    @Override
    public <T> T getDicomConfigurationExtension(Class<T> type) {
        throw new UnsupportedOperationException();
    }
}
