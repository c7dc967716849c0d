// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.net.URI;
import java.util.Map;

public class ExporterDescriptor {

    public ExporterDescriptor() {}

    public ExporterDescriptor(String exporterID) {}

    public ExporterDescriptor(String exporterID, URI exportURI) {}

    public String getExporterID() {
        throw new UnsupportedOperationException();
    }

    public URI getExportURI() {
        throw new UnsupportedOperationException();
    }

    public String getDescription() {
        throw new UnsupportedOperationException();
    }

    public String getQueueName() {
        throw new UnsupportedOperationException();
    }

    public String getAETitle() {
        throw new UnsupportedOperationException();
    }

    public void setAETitle(String aeTitle) {
        throw new UnsupportedOperationException();
    }

    public boolean isExportAsSourceAE() {
        throw new UnsupportedOperationException();
    }

    public String getStgCmtSCPAETitle() {
        throw new UnsupportedOperationException();
    }

    public String getDeleteStudyFromStorageID() {
        throw new UnsupportedOperationException();
    }

    public String[] getIanDestinations() {
        throw new UnsupportedOperationException();
    }

    public boolean isRejectForDataRetentionExpiry() {
        throw new UnsupportedOperationException();
    }

    public void setProperty(String name, String value) {
        throw new UnsupportedOperationException();
    }

    public String getProperty(String name, String defaultValue) {
        throw new UnsupportedOperationException();
    }

    public Map<String, String> getProperties() {
        throw new UnsupportedOperationException();
    }
}
