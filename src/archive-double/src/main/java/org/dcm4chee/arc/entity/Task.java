// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.entity;

import jakarta.json.stream.JsonGenerator;
import java.util.Date;

/** Holds what is set, and writes what tells an export. */
public class Task {
    private long pk;
    private Status status = Status.IN_PROCESS;
    private String deviceName;
    private String queueName;
    private Type type;
    private Date scheduledTime;
    private String batchID;
    private String localAET;
    private String exporterID;
    private String studyInstanceUID;
    private String seriesInstanceUID;
    private String sopInstanceUID;
    private String requesterUserID;
    private String requesterHost;
    private String requestURI;

    public Task() {
        this(1);
    }

    public Task(long pk) {
        this.pk = pk;
    }

    /** What the database does when it first holds the task. */
    public void setPk(long pk) {
        this.pk = pk;
    }

    public long getPk() {
        return pk;
    }

    public Status getStatus() {
        return status;
    }

    public void setStatus(Status status) {
        this.status = status;
    }

    public void setDeviceName(String deviceName) {
        this.deviceName = deviceName;
    }

    public void setQueueName(String queueName) {
        this.queueName = queueName;
    }

    public void setType(Type type) {
        this.type = type;
    }

    public void setScheduledTime(Date scheduledTime) {
        this.scheduledTime = scheduledTime;
    }

    public void setBatchID(String batchID) {
        this.batchID = batchID;
    }

    public void setLocalAET(String localAET) {
        this.localAET = localAET;
    }

    public String getExporterID() {
        return exporterID;
    }

    public void setExporterID(String exporterID) {
        this.exporterID = exporterID;
    }

    public String getStudyInstanceUID() {
        return studyInstanceUID;
    }

    public void setStudyInstanceUID(String studyInstanceUID) {
        this.studyInstanceUID = studyInstanceUID;
    }

    public String getSeriesInstanceUID() {
        return seriesInstanceUID;
    }

    public void setSeriesInstanceUID(String seriesInstanceUID) {
        this.seriesInstanceUID = seriesInstanceUID;
    }

    public String getSOPInstanceUID() {
        return sopInstanceUID;
    }

    public void setSOPInstanceUID(String sopInstanceUID) {
        this.sopInstanceUID = sopInstanceUID;
    }

    public void setRequesterUserID(String requesterUserID) {
        this.requesterUserID = requesterUserID;
    }

    public void setRequesterHost(String requesterHost) {
        this.requesterHost = requesterHost;
    }

    public String getRequestURI() {
        return requestURI;
    }

    public void setRequestURI(String requestURI) {
        this.requestURI = requestURI;
    }

    public void writeAsJSON(JsonGenerator generator) {
        generator.writeStartObject();
        generator.write("taskID", pk);
        write(generator, "dicomDeviceName", deviceName);
        write(generator, "queue", queueName);
        write(generator, "type", type.name());
        write(generator, "status", status.name());
        write(generator, "batchID", batchID);
        generator.write("scheduledTime", scheduledTime.toInstant().toString());
        write(generator, "RequesterUserID", requesterUserID);
        write(generator, "RequesterHostName", requesterHost);
        write(generator, "RequestURI", requestURI);
        write(generator, "LocalAET", localAET);
        write(generator, "ExporterID", exporterID);
        write(generator, "StudyInstanceUID", studyInstanceUID);
        write(generator, "SeriesInstanceUID", seriesInstanceUID);
        write(generator, "SOPInstanceUID", sopInstanceUID);
        generator.writeEnd();
    }

    private static void write(JsonGenerator generator, String key, String value) {
        if (value != null && !value.equals("*")) generator.write(key, value);
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
