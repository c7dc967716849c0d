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
    private String aeTitle;
    public String stgCmtSCP;
    public String deleteStudyFromStorageID;
    public String[] ianDestinations = {};
    public boolean exportAsSourceAE;
    public boolean rejectForDataRetentionExpiry;

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
        return "Export";
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
}
