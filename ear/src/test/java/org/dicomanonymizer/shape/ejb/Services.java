// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.EnumSet;
import org.dcm4che3.conf.api.DicomConfiguration;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.ArchiveService;
import org.dcm4chee.arc.keycloak.AccessTokenRequestor;
import org.dcm4chee.arc.store.StoreService;
import org.dicomanonymizer.archivedouble.Doubles;
import org.dicomanonymizer.archivedouble.Fake;
import org.dicomanonymizer.shape.lib.LiveDevice;
import org.dicomanonymizer.shape.lib.Storage;

/** Other services that the plugin gets injected. */
@ApplicationScoped
public class Services {
    private static final long SECONDS_10 = 10_000;

    @Inject
    private LiveDevice live;

    @Inject
    private Storage storage;

    @Inject
    private Reloading reloading;

    @Produces
    public StoreService storeService() {
        return storage.copies().service();
    }

    @Produces
    public DicomConfiguration directory() {
        return Fake.of(DicomConfiguration.class)
                .on("findDevice", a -> live.inDirectory(directory -> directory.findDevice((String) a[0])))
                .on("merge", a -> live.inDirectory(directory -> directory.merge((Device) a[0], options(a[1]))))
                .make();
    }

    @SuppressWarnings("unchecked")
    private static EnumSet<DicomConfiguration.Option> options(Object options) {
        return (EnumSet<DicomConfiguration.Option>) options;
    }

    @Produces
    public ArchiveService archive() {
        return reloading::reload;
    }

    @Produces
    public AccessTokenRequestor tokens() {
        return Doubles.tokens("secret", SECONDS_10);
    }
}
