// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.store;

import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.conf.Availability;
import org.dcm4chee.arc.entity.Location;

public interface InstanceLocations {

    String getSopInstanceUID();

    String getSopClassUID();

    List<Location> getLocations();

    Attributes getAttributes();

    String getRetrieveAETs();

    String getExternalRetrieveAET();

    Availability getAvailability();

    boolean isImage();

    boolean isVideo();

    boolean isMultiframe();
}
