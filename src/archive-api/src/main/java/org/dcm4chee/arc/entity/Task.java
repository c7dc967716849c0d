// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.entity;

public class Task {

    public long getPk() {
        throw new UnsupportedOperationException();
    }

    public Status getStatus() {
        throw new UnsupportedOperationException();
    }

    public String getExporterID() {
        throw new UnsupportedOperationException();
    }

    public String getStudyInstanceUID() {
        throw new UnsupportedOperationException();
    }

    public String getSeriesInstanceUID() {
        throw new UnsupportedOperationException();
    }

    public String getSOPInstanceUID() {
        throw new UnsupportedOperationException();
    }

    public String getRequestURI() {
        throw new UnsupportedOperationException();
    }

    private Task() {}

    public enum Status {
        SCHEDULED,
        IN_PROCESS,
        COMPLETED,
        WARNING,
        FAILED,
        CANCELED,
        SCHEDULED_FOR_RETRY;
    }
}
