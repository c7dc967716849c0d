// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

public class Priority {
    public static final int NORMAL = 0;
    public static final int HIGH = 1;
    public static final int LOW = 2;

    private Priority() {}
}
