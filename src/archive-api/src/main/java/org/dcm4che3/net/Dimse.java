// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

public enum Dimse {
    C_STORE_RQ,
    C_GET_RQ,
    C_FIND_RQ,
    C_FIND_RSP,
    C_MOVE_RQ,
    N_SET_RQ,
    N_CREATE_RQ;

    public static Dimse valueOf(int tag) {
        throw new UnsupportedOperationException();
    }
}
