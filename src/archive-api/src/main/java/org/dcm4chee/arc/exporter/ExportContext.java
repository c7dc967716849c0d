// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.exporter;

import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.qmgt.Outcome;

public interface ExportContext {

    Exporter getExporter();

    Long getTaskPK();

    void setTaskPK(Long taskPK);

    String getBatchID();

    void setBatchID(String batchID);

    String getStudyInstanceUID();

    void setStudyInstanceUID(String studyInstanceUID);

    String getSeriesInstanceUID();

    void setSeriesInstanceUID(String seriesInstanceUID);

    String getSopInstanceUID();

    void setSopInstanceUID(String sopInstanceUID);

    String getAETitle();

    void setAETitle(String aeTitle);

    Outcome getOutcome();

    void setOutcome(Outcome outcome);

    String getSubmissionSetUID();

    void setSubmissionSetUID(String submissionSetUID);

    Attributes getXDSiManifest();

    void setXDSiManifest(Attributes xdSiManifest);

    Throwable getException();

    void setException(Throwable exception);

    HttpServletRequestInfo getHttpServletRequestInfo();

    void setHttpServletRequestInfo(HttpServletRequestInfo httpServletRequestInfo);
}
