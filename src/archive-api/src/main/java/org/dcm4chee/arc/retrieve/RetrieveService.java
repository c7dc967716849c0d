// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.retrieve;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.service.DicomServiceException;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dcm4chee.arc.store.StoreService;

public interface RetrieveService {

    Device getDevice();

    RetrieveContext newRetrieveContextSTORE(
            String localAET,
            String studyInstanceUID,
            String seriesInstanceUID,
            String sopInstanceUID,
            String destinationAET)
            throws ConfigurationException;

    RetrieveContext newRetrieveContextSTOW(
            String localAET,
            String studyInstanceUID,
            String seriesInstanceUID,
            String sopInstanceUID,
            String webAppName)
            throws ConfigurationException;

    RetrieveContext newRetrieveContext(
            String localAET, String studyInstanceUID, String seriesInstanceUID, String sopInstanceUID);

    boolean calculateMatches(RetrieveContext context) throws DicomServiceException;

    StoreService getStoreService();

    DicomInputStream openDicomInputStream(RetrieveContext context, InstanceLocations match) throws IOException;

    LocationInputStream openLocationInputStream(RetrieveContext context, InstanceLocations match) throws IOException;

    Attributes loadMetadata(RetrieveContext context, InstanceLocations match) throws Exception;

    Map<String, Collection<InstanceLocations>> removeNotAccessableMatches(RetrieveContext context);

    List<ArchiveAttributeCoercion2> getArchiveAttributeCoercions(RetrieveContext context, InstanceLocations match);

    AttributesCoercion getAttributesCoercion(
            RetrieveContext context, InstanceLocations match, ArchiveAttributeCoercion rules);

    AttributesCoercion getAttributesCoercion(
            RetrieveContext context, InstanceLocations match, List<ArchiveAttributeCoercion2> rules);

    AttributesCoercion getAttributesCoercion(RetrieveContext context, InstanceLocations match);

    void updateLocations(RetrieveContext context);
}
