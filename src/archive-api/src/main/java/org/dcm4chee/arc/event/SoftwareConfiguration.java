// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.event;

import jakarta.servlet.http.HttpServletRequest;
import org.dcm4che3.conf.api.ConfigurationChanges;

public class SoftwareConfiguration {

    public SoftwareConfiguration(HttpServletRequest request, String deviceName, ConfigurationChanges changes) {}

    public HttpServletRequest getRequest() {
        throw new UnsupportedOperationException();
    }

    public String getDeviceName() {
        throw new UnsupportedOperationException();
    }

    public ConfigurationChanges getLdapDiff() {
        throw new UnsupportedOperationException();
    }
}
