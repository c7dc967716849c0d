// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import io.undertow.Undertow;
import io.undertow.servlet.api.DeploymentInfo;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.event.SoftwareConfiguration;
import org.dcm4chee.arc.metrics.MetricsService;
import org.dicomanonymizer.archive.coerce.AnonymizeCoercion;
import org.dicomanonymizer.archive.coerce.CoercionCounts;
import org.dicomanonymizer.archive.coerce.LoadedRules;
import org.dicomanonymizer.archive.conf.AnonymizerDeviceExtension;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.conf.MemoryDirectory;
import org.dicomanonymizer.archive.conf.ProfileStore;
import org.dicomanonymizer.archive.export.StudyArchive;
import org.dicomanonymizer.archive.health.CoercionHealth;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.archive.web.UncoveredServices;
import org.dicomanonymizer.archivedouble.ArchiveEntity;
import org.dicomanonymizer.archivedouble.Doubles;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** The services on a server of the archive's kind, over HTTP, with an archive of one study behind them. */
final class RestServer implements AutoCloseable {
    static final String AE = "ARCHIVE";
    static final String EXPORTER = "DEID";

    /** The role that the AE accepts. */
    static final String WARD = "ward";

    /** The role that may name destinations, of users that the AE accepts. */
    static final String DESK = WARD + ",desk";

    /** The archive's privileged role. */
    static final String ROOT = "root";

    final Device device;
    final StudyArchive archive;
    final List<Task> tasks = new ArrayList<>();
    final List<SoftwareConfiguration> audited = new ArrayList<>();
    final MemoryDirectory directory;
    final AnonymizeCoercion coercion;
    final CoercionHealth health;
    final LoadedRules loaded;
    private final ConfiguredProfiles profiles;
    private final CoercionCounts counts = new CoercionCounts(noMetrics());
    private final String key;
    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();

    private static final class Server extends UndertowJaxrsServer {
        int port() {
            return ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
        }
    }

    /** @param folder a place for files */
    RestServer(Path folder) throws IOException {
        archive = new StudyArchive(folder);
        device = archive.device();
        for (String aeTitle : List.of(AE, "OTHER")) ArchiveEntity.of(device, aeTitle).roles = Set.of(WARD);
        device.addWebApplication(Doubles.archiveServices("/dcm4chee-arc/aets/" + AE));
        device.addDeviceExtension(Doubles.archive(
                "Export",
                exporter(EXPORTER, "anonymized:dir:" + folder.resolve("out")),
                exporter("BROKEN", "anonymized:nowhere"),
                exporter("PLAIN", "dicom:SOMEWHERE"),
                requested("CHOICE", "dicom:NEAR, stow:far away", "desk"),
                requested("SECOND", "dicom:NEAR,dicom:SECOND", "desk"),
                requested("LOCKED", "dicom:VAULT", "")));
        Path keyFile = folder.resolve("project.key");
        Files.writeString(keyFile, "a key for tests only, and long enough");
        key = "\"identity\": {\"key\": {\"file\": \"" + keyFile + "\"}}";
        AnonymizerDeviceExtension extension = new AnonymizerDeviceExtension();
        extension.setEntries(List.of(
                new ProfileEntry("strict", profile("\"verify\": true")),
                new ProfileEntry("other", profile("\"description\": \"says \\\"hello\\\"\"")),
                new ProfileEntry("keyless", "{\"name\": \"keyless\"}")));
        device.addDeviceExtension(extension);
        profiles = new ConfiguredProfiles(device);
        coercion = new AnonymizeCoercion(profiles, counts);
        health = new CoercionHealth(device, profiles);
        loaded = new LoadedRules(device);
        directory = new MemoryDirectory(device);
        start();
    }

    /** A profile that can be used, with settings. */
    String profile(String settings) {
        return "{" + settings + ", " + key + "}";
    }

    /** Has the AE call the files of a ZIP otherwise. */
    void zipNames(String format) {
        ((ArchiveEntity) device.getApplicationEntity(AE)).zipNames = format;
    }

    private static ExporterDescriptor exporter(String id, String uri) {
        ExporterDescriptor descriptor = Doubles.exporter(id, URI.create(uri));
        descriptor.setAETitle(AE);
        descriptor.setProperty("profile", "strict");
        descriptor.setProperty("profiles", "strict,other");
        return descriptor;
    }

    /** An exporter whose destination requests name. */
    private static ExporterDescriptor requested(String id, String destinations, String roles) {
        ExporterDescriptor descriptor = exporter(id, "anonymized:requested");
        descriptor.setProperty("destinations", destinations);
        descriptor.setProperty("roles", roles);
        return descriptor;
    }

    private void start() {
        ResteasyDeployment deployment = new ResteasyDeploymentImpl();
        deployment.setResources(List.of(
                new Neighbour(),
                new Neighbour.Other(),
                new DescriptionResource(),
                new StatusResource(profiles, counts, health),
                new ProfilesResource(profiles, new ProfileStore(device, directory, directory, audit())),
                new StudiesResource(device, profiles, archive.previews(), archive.exports(tasks::add))));
        deployment.setProviders(List.of(new UncoveredServices(device, loaded, coercion)));
        DeploymentInfo application = server.undertowDeployment(deployment, "/")
                .setContextPath("/dcm4chee-arc")
                .setDeploymentName("archive")
                .setClassLoader(RestServer.class.getClassLoader());
        server.start(Undertow.builder().addHttpListener(0, "127.0.0.1"));
        server.deploy(application);
        System.setProperty("super-user-role", ROOT);
    }

    @SuppressWarnings("unchecked")
    private Event<SoftwareConfiguration> audit() {
        return proxy(Event.class, "fire", arguments -> {
            audited.add((SoftwareConfiguration) arguments[0]);
            return null;
        });
    }

    /** An instance of nothing. */
    @SuppressWarnings("unchecked")
    private static Instance<MetricsService> noMetrics() {
        return proxy(Instance.class, "isResolvable", arguments -> false);
    }

    /** Something that can do one thing only. */
    private static <T> T proxy(Class<T> type, String able, Function<Object[], Object> work) {
        return type.cast(Proxy.newProxyInstance(
                RestServer.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (!method.getName().equals(able)) throw new UnsupportedOperationException(method.toString());
                    return work.apply(arguments);
                }));
    }

    /** Sends a request of an unsecured archive. */
    HttpResponse<String> send(String method, String path) {
        return send(method, path, "", null);
    }

    /**
     * Sends a request.
     *
     * @param path  below that of the web application
     * @param roles those of the user, or null for an unsecured archive
     */
    HttpResponse<String> send(String method, String path, String body, String roles, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/dcm4chee-arc" + path))
                .method(method, BodyPublishers.ofString(body));
        if (!body.isEmpty()) request.header("Content-Type", "application/json");
        if (roles != null) request.header("Roles", roles);
        if (headers.length > 0) request.headers(headers);
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        System.clearProperty("super-user-role");
        server.stop();
    }
}
