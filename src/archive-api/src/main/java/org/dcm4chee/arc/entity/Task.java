// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.entity;

import jakarta.json.stream.JsonGenerator;
import java.util.Date;

public class Task {

    public Task() {}

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

    public void setDeviceName(String deviceName) {
        throw new UnsupportedOperationException();
    }

    public void setQueueName(String queueName) {
        throw new UnsupportedOperationException();
    }

    public void setType(Type type) {
        throw new UnsupportedOperationException();
    }

    public void setStatus(Status status) {
        throw new UnsupportedOperationException();
    }

    public void setScheduledTime(Date scheduledTime) {
        throw new UnsupportedOperationException();
    }

    public void setBatchID(String batchID) {
        throw new UnsupportedOperationException();
    }

    public void setLocalAET(String aeTitle) {
        throw new UnsupportedOperationException();
    }

    public void setExporterID(String exporterID) {
        throw new UnsupportedOperationException();
    }

    public void setStudyInstanceUID(String uid) {
        throw new UnsupportedOperationException();
    }

    public void setSeriesInstanceUID(String uid) {
        throw new UnsupportedOperationException();
    }

    public void setSOPInstanceUID(String uid) {
        throw new UnsupportedOperationException();
    }

    public void setRequesterUserID(String userID) {
        throw new UnsupportedOperationException();
    }

    public void setRequesterHost(String host) {
        throw new UnsupportedOperationException();
    }

    public void setRequestURI(String uri) {
        throw new UnsupportedOperationException();
    }

    public void writeAsJSON(JsonGenerator generator) {
        throw new UnsupportedOperationException();
    }

    public enum Type {
        EXPORT,
        RETRIEVE,
        MPPS,
        IAN,
        STGCMT_SCP,
        STGCMT_SCU,
        STGVER,
        HL7,
        REST,
        REJECT,
        DIFF;
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
