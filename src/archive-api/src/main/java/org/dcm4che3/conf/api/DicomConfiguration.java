// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.api;

import java.io.Closeable;
import java.util.EnumSet;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;

public interface DicomConfiguration extends Closeable {

    ApplicationEntity findApplicationEntity(String aeTitle) throws ConfigurationException;

    Device findDevice(String name) throws ConfigurationException;

    ConfigurationChanges persist(Device device, EnumSet<Option> options) throws ConfigurationException;

    ConfigurationChanges merge(Device device, EnumSet<Option> options) throws ConfigurationException;

    void close();

    <T> T getDicomConfigurationExtension(Class<T> type);

    enum Option {
        REGISTER,
        PRESERVE_VENDOR_DATA,
        PRESERVE_CERTIFICATE,
        CONFIGURATION_CHANGES,
        CONFIGURATION_CHANGES_VERBOSE;
    }
}
