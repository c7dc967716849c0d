// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Proxy;
import org.dcm4che3.conf.api.DicomConfiguration;
import org.dcm4chee.arc.ArchiveService;
import org.dcm4chee.arc.keycloak.AccessTokenRequestor;
import org.dcm4chee.arc.qmgt.TaskManager;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.StoreService;

/** Services that the plugin gets injected; nothing here has an object to retrieve or to store. */
@ApplicationScoped
public class Services {
    @Produces
    public RetrieveService retrieveService() {
        return without(RetrieveService.class);
    }

    @Produces
    public StoreService storeService() {
        return without(StoreService.class);
    }

    @Produces
    public TaskManager taskManager() {
        return without(TaskManager.class);
    }

    @Produces
    public DicomConfiguration directory() {
        return without(DicomConfiguration.class);
    }

    @Produces
    public ArchiveService archive() {
        return without(ArchiveService.class);
    }

    /** None: a dependent object may be null. */
    @Produces
    public AccessTokenRequestor tokens() {
        return null;
    }

    private static <T> T without(Class<T> service) {
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(), new Class<?>[] {service}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.toString());
                }));
    }
}
