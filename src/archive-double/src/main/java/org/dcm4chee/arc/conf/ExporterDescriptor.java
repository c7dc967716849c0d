// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Holds what a test sets. */
public class ExporterDescriptor {
    private final String exporterID;
    private final URI exportURI;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private String queueName;
    private String aeTitle;
    private String stgCmtSCP;
    private String deleteStudyFromStorageID;
    private String[] ianDestinations = {};
    private boolean exportAsSourceAE;
    private boolean rejectForDataRetentionExpiry;

    public ExporterDescriptor() {
        this(null);
    }

    public ExporterDescriptor(String exporterID) {
        this(exporterID, null);
    }

    public ExporterDescriptor(String exporterID, URI exportURI) {
        this.exporterID = exporterID;
        this.exportURI = exportURI;
    }

    public String getExporterID() {
        return exporterID;
    }

    public URI getExportURI() {
        return exportURI;
    }

    public String getDescription() {
        return null;
    }

    public String getQueueName() {
        return queueName;
    }

    public void setQueueName(String queueName) {
        this.queueName = queueName;
    }

    public String getAETitle() {
        return aeTitle;
    }

    public void setAETitle(String aeTitle) {
        this.aeTitle = aeTitle;
    }

    public boolean isExportAsSourceAE() {
        return exportAsSourceAE;
    }

    public String getStgCmtSCPAETitle() {
        return stgCmtSCP;
    }

    public String getDeleteStudyFromStorageID() {
        return deleteStudyFromStorageID;
    }

    public String[] getIanDestinations() {
        return ianDestinations;
    }

    public boolean isRejectForDataRetentionExpiry() {
        return rejectForDataRetentionExpiry;
    }

    public void setProperty(String name, String value) {
        properties.put(name, value);
    }

    public String getProperty(String name, String defaultValue) {
        return properties.getOrDefault(name, defaultValue);
    }

    public Map<String, String> getProperties() {
        return properties;
    }

    public void setStgCmtSCPAETitle(String stgCmtSCP) {
        this.stgCmtSCP = stgCmtSCP;
    }

    public void setDeleteStudyFromStorageID(String deleteStudyFromStorageID) {
        this.deleteStudyFromStorageID = deleteStudyFromStorageID;
    }

    public void setExportAsSourceAE(boolean exportAsSourceAE) {
        this.exportAsSourceAE = exportAsSourceAE;
    }

    public void setRejectForDataRetentionExpiry(boolean rejectForDataRetentionExpiry) {
        this.rejectForDataRetentionExpiry = rejectForDataRetentionExpiry;
    }

    public void setIanDestinations(String... ianDestinations) {
        this.ianDestinations = ianDestinations;
    }
}
