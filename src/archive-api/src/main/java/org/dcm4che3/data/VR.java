// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.data;

public enum VR {
    AE,
    AS,
    AT,
    CS,
    DA,
    DS,
    DT,
    FD,
    FL,
    IS,
    LO,
    LT,
    OB,
    OD,
    OF,
    OL,
    OV,
    OW,
    PN,
    SH,
    SL,
    SQ,
    SS,
    ST,
    SV,
    TM,
    UC,
    UI,
    UL,
    UN,
    UR,
    US,
    UT,
    UV;

    public int code() {
        throw new UnsupportedOperationException();
    }

    public boolean isStringType() {
        throw new UnsupportedOperationException();
    }

    public static class Holder {
        public VR vr;

        public Holder() {}
    }
}
