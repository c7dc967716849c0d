// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.entity;

/** A task by its number. */
public class Task {
    private final long pk;

    public Task(long pk) {
        this.pk = pk;
    }

    public long getPk() {
        return pk;
    }

    public Status getStatus() {
        return Status.IN_PROCESS;
    }

    public String getExporterID() {
        return null;
    }

    public String getStudyInstanceUID() {
        return null;
    }

    public String getSeriesInstanceUID() {
        return null;
    }

    public String getSOPInstanceUID() {
        return null;
    }

    public String getRequestURI() {
        return null;
    }

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
