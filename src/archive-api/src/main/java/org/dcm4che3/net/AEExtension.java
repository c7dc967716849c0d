// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.Serializable;

public class AEExtension implements Serializable {
    protected ApplicationEntity ae;

    public AEExtension() {}

    public final ApplicationEntity getApplicationEntity() {
        throw new UnsupportedOperationException();
    }

    public void reconfigure(AEExtension from) {
        throw new UnsupportedOperationException();
    }
}
