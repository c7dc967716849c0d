// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.lib;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dcm4che3.conf.api.ConfigurationNotFoundException;
import org.dcm4che3.conf.api.IApplicationEntityCache;
import org.dcm4che3.conf.api.IWebApplicationCache;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.WebApplication;
import org.dicomanonymizer.archivedouble.ArchiveEntity;
import org.dicomanonymizer.archivedouble.Fake;

/** Others' application entities and web applications, as the archive's configuration has them. */
@ApplicationScoped
public class Peers {
    private final Map<String, ApplicationEntity> entities = new ConcurrentHashMap<>();
    private final Map<String, WebApplication> applications = new ConcurrentHashMap<>();

    /** Puts an AE of this machine in the configuration. */
    public void entity(String aeTitle, int port) {
        entities.put(aeTitle, ArchiveEntity.remote(aeTitle, port));
    }

    /** Puts a STOW-RS service in the configuration. */
    public void application(String name, String url, Map<String, String> properties) {
        WebApplication application = new WebApplication(name) {
            @Override
            public StringBuilder getServiceURL() {
                return new StringBuilder(url);
            }

            @Override
            public Connection firstInstalledConnection() {
                return new Connection("http", URI.create(url).getHost());
            }

            @Override
            public Map<String, String> getProperties() {
                return properties;
            }

            @Override
            public boolean containsServiceClass(ServiceClass serviceClass) {
                return serviceClass == ServiceClass.STOW_RS;
            }
        };
        applications.put(name, application);
    }

    /** What looks up application entities. */
    public IApplicationEntityCache entities() {
        return Fake.of(IApplicationEntityCache.class)
                .on("findApplicationEntity", a -> found(entities, a[0]))
                .make();
    }

    /** What looks up web applications. */
    public IWebApplicationCache applications() {
        return Fake.of(IWebApplicationCache.class)
                .on("findWebApplication", a -> found(applications, a[0]))
                .make();
    }

    private static <T> T found(Map<String, T> peers, Object name) throws ConfigurationNotFoundException {
        T peer = peers.get(name);
        if (peer == null) throw new ConfigurationNotFoundException("no such peer: " + name);
        return peer;
    }
}
