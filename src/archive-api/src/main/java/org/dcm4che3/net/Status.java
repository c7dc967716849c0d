// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

public class Status {
    public static final int Success = 0;
    public static final int ProcessingFailure = 272;
    public static final int NotAuthorized = 292;
    public static final int OutOfResources = 42752;
    public static final int UnableToProcess = 49152;

    private Status() {}
}
