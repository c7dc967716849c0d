// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.Serializable;

public class DeviceExtension implements Serializable {
    protected Device device;

    public DeviceExtension() {}

    public final Device getDevice() {
        throw new UnsupportedOperationException();
    }

    public void verifyNotUsed(Connection connection) {
        throw new UnsupportedOperationException();
    }

    public void reconfigure(DeviceExtension from) {
        throw new UnsupportedOperationException();
    }
}
