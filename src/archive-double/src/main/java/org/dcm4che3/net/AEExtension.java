// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.Serializable;

/** Knows its application entity; what a reload does is up to the extension. */
public class AEExtension implements Serializable {
    protected ApplicationEntity ae;

    public AEExtension() {}

    public final ApplicationEntity getApplicationEntity() {
        return ae;
    }

    public void reconfigure(AEExtension from) {
        throw new UnsupportedOperationException(getClass() + " is not made to be reconfigured");
    }
}
