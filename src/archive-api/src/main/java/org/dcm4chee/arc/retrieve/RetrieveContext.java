// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.retrieve;

import java.io.Closeable;
import java.util.List;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.store.InstanceLocations;

public interface RetrieveContext extends Closeable {

    ApplicationEntity getLocalApplicationEntity();

    ArchiveAEExtension getArchiveAEExtension();

    String getDestinationAETitle();

    void setDestinationAETitle(String destinationAETitle);

    ApplicationEntity getDestinationAE();

    void setDestinationAE(ApplicationEntity destinationAE);

    WebApplication getDestinationWebApp();

    void setDestinationWebApp(WebApplication destinationWebApp);

    Throwable getException();

    void setException(Throwable exception);

    String getLocalAETitle();

    String getCallingAET();

    void setCallingAET(String callingAET);

    String getRequestorAET();

    String getRequestorHostName();

    String getDestinationHostName();

    String getStudyInstanceUID();

    String getSeriesInstanceUID();

    String getSopInstanceUID();

    void setStoreAssociation(Association association);

    List<InstanceLocations> getMatches();

    int getNumberOfMatches();

    void setNumberOfMatches(int numberOfMatches);

    int completed();

    void incrementCompleted();

    int warning();

    void incrementWarning();

    int failed();

    void incrementFailed();

    void addFailedSOPInstanceUID(String uid);

    String[] failedSOPInstanceUIDs();

    void addFailedMatch(InstanceLocations match);

    int remaining();

    int status();

    String getOutcomeDescription();

    boolean isRetrieveMetadata();

    HttpServletRequestInfo getHttpServletRequestInfo();

    void setHttpServletRequestInfo(HttpServletRequestInfo httpServletRequestInfo);

    boolean copyToRetrieveCache(InstanceLocations match);

    InstanceLocations copiedToRetrieveCache();
}
