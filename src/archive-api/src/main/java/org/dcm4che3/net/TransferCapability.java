// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.Serializable;

public class TransferCapability implements Serializable {

    private TransferCapability() {}

    public enum Role {
        SCU,
        SCP;
    }
}
