// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4chee.arc.conf.Duration;
import org.dcm4chee.arc.entity.Instance;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;

public interface StoreService {

    StoreSession newStoreSession(
            HttpServletRequestInfo request, ApplicationEntity localAE, String calledAET, String sourceAET);

    StoreContext newStoreContext(StoreSession session);

    void store(StoreContext context, InputStream data) throws IOException;

    void store(StoreContext context, InputStream data, Consumer<Attributes> onAttributes) throws IOException;

    void store(StoreContext context, Attributes attributes) throws IOException;

    int restoreInstances(
            StoreSession session,
            String studyInstanceUID,
            String seriesInstanceUID,
            Duration duration,
            List<Instance> storageIDs)
            throws IOException;
}
