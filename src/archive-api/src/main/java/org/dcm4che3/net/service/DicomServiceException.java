// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net.service;

import java.io.IOException;

public class DicomServiceException extends IOException {

    public DicomServiceException(int status) {}

    public DicomServiceException(int status, String message) {
        super(message);
    }

    public DicomServiceException(int status, Throwable cause) {
        super(cause);
    }

    public int getStatus() {
        throw new UnsupportedOperationException();
    }

    public DicomServiceException setErrorComment(String comment) {
        throw new UnsupportedOperationException();
    }
}
