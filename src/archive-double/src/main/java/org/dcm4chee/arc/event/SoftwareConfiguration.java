// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.event;

import jakarta.servlet.http.HttpServletRequest;
import org.dcm4che3.conf.api.ConfigurationChanges;

/** What changed in the configuration of a device, for the audit log. */
public class SoftwareConfiguration {
    private final HttpServletRequest request;
    private final String deviceName;
    private final ConfigurationChanges changes;

    public SoftwareConfiguration(HttpServletRequest request, String deviceName, ConfigurationChanges changes) {
        this.request = request;
        this.deviceName = deviceName;
        this.changes = changes;
    }

    public HttpServletRequest getRequest() {
        return request;
    }

    public String getDeviceName() {
        return deviceName;
    }

    public ConfigurationChanges getLdapDiff() {
        return changes;
    }
}
