// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.Serializable;

/** Knows its device; what a reload does is up to the extension. */
public class DeviceExtension implements Serializable {
    protected Device device;

    public DeviceExtension() {}

    public final Device getDevice() {
        return device;
    }

    public void verifyNotUsed(Connection connection) {}

    public void reconfigure(DeviceExtension from) {
        throw new UnsupportedOperationException(getClass() + " is not made to be reconfigured");
    }
}
