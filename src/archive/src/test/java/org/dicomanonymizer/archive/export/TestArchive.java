// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4che3.net.AEExtension;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ExportRule;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.entity.Location;
import org.dcm4chee.arc.exporter.ExportContext;
import org.dcm4chee.arc.exporter.Exporter;
import org.dcm4chee.arc.keycloak.AccessTokenRequestor;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dcm4chee.arc.qmgt.TaskCanceled;
import org.dcm4chee.arc.retrieve.LocationInputStream;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.storage.ReadContext;
import org.dcm4chee.arc.storage.Storage;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dcm4chee.arc.store.StoreContext;
import org.dcm4chee.arc.store.StoreService;
import org.dcm4chee.arc.store.StoreSession;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.archive.profile.ProfileSet;
import org.dicomanonymizer.archivedouble.Doubles;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;

/** As much of an archive as an export sees: one study of files on a storage, a configuration, and a log of what is done. */
final class TestArchive {
    static final long TASK = 42;
    static final String AE = "ARCHIVE";
    static final String OTHER_AE = "RESEARCH";

    private static final int[] DATABASE = {
        0x00080016,
        0x00080018,
        0x00080060,
        0x00100010,
        0x00100020,
        0x00100021,
        0x0020000D,
        0x0020000E,
        0x00200011,
        0x00200013
    };

    final Device device = new Device("dcm4chee-arc") {
        private static final long serialVersionUID = 1L;

        @Override
        public void execute(Runnable command) {
            new Thread(command, "device").start();
        }
    };
    final List<String> audit = new ArrayList<>();
    final List<Path> stored = new ArrayList<>();
    final List<ExportRule> rules = new ArrayList<>();
    final Map<String, WebApplication> applications = new HashMap<>();
    final Map<String, ApplicationEntity> remotes = new HashMap<>();
    final Map<String, String> uidMap = new HashMap<>();
    final RunningExports running = new RunningExports();
    AccessTokenRequestor tokens = Doubles.tokens("secret", 10_000);
    int maxAssociations = 1;
    /** How many of the first objects are on no storage. */
    int inaccessible;

    String request;
    Runnable onAssociation = () -> {};

    private final Path folder;
    private final URI storage;
    private final List<InstanceLocations> study = new ArrayList<>();
    private final List<ProfileEntry> profiles = new ArrayList<>();
    private final String key;

    /** An archive whose storage is a folder; as a file system, or as something of which only streams are to be had. */
    TestArchive(Path folder, boolean fileSystem) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("storage"));
        this.storage = fileSystem ? this.folder.toUri() : URI.create("s3://somewhere");
        Path keyFile = folder.resolve("project.key");
        Files.writeString(keyFile, "a key for tests only, and long enough");
        key = "\"identity\": {\"key\": {\"file\": \"" + keyFile + "\"}}";
        profile("basic", "\"verify\": true");
        entity(AE);
        entity(OTHER_AE);
    }

    TestArchive(Path folder) throws IOException {
        this(folder, true);
    }

    private void entity(String aeTitle) {
        ApplicationEntity entity = new ApplicationEntity(aeTitle) {
            private static final long serialVersionUID = 1L;
            private final transient ArchiveAEExtension extension = new Extension();

            /** The archive looks for the very class. */
            @Override
            public <T extends AEExtension> T getAEExtension(Class<T> type) {
                return type.isInstance(extension) ? type.cast(extension) : super.getAEExtension(type);
            }
        };
        entity.addAEExtension(entity.getAEExtension(ArchiveAEExtension.class));
        connect(device, entity, new Connection("dicom", "127.0.0.1"));
    }

    private static void connect(Device device, ApplicationEntity entity, Connection connection) {
        device.addConnection(connection);
        device.addApplicationEntity(entity);
        entity.addConnection(connection);
    }

    private final class Extension extends ArchiveAEExtension {
        private static final long serialVersionUID = 1L;

        @Override
        public int maxStoreAssociationsTo(String remote) {
            return maxAssociations;
        }

        @Override
        public String[] getObjectStorageIDs() {
            return new String[] {"fs1"};
        }

        @Override
        public Stream<ExportRule> exportRules() {
            return rules.stream();
        }
    }

    /** A STOW-RS service, with the ID of a Keycloak client or null. */
    static final class Application extends WebApplication {
        private final String url;
        private final String keycloakClient;
        private final Map<String, String> properties = new HashMap<>();

        Application(String url, String keycloakClient) {
            super("web");
            this.url = url;
            this.keycloakClient = keycloakClient;
        }

        @Override
        public String getApplicationName() {
            return "web";
        }

        @Override
        public StringBuilder getServiceURL() {
            return new StringBuilder(url);
        }

        @Override
        public Connection firstInstalledConnection() {
            if (url == null) throw new IllegalStateException("No installed Network Connection");
            return new Connection("http", URI.create(url).getHost());
        }

        @Override
        public String getKeycloakClientID() {
            return keycloakClient;
        }

        @Override
        public boolean containsServiceClass(ServiceClass serviceClass) {
            return serviceClass == ServiceClass.STOW_RS;
        }

        @Override
        public Map<String, String> getProperties() {
            return properties;
        }
    }

    void profile(String name, String settings) {
        profiles.add(new ProfileEntry(name, "{\"name\": \"" + name + "\", " + settings + ", " + key + "}"));
    }

    /** Puts a file on the storage and into the database, and gives its attributes there. */
    Attributes add(Path file) throws IOException {
        Path copy = folder.resolve(study.size() + ".dcm");
        Files.copy(file, copy);
        Attributes attributes = new Attributes();
        String transferSyntax;
        try (DicomObject object = DicomReader.read(file)) {
            transferSyntax = object.transferSyntax().uid();
            for (int tag : DATABASE)
                if (object.dataSet().contains(tag))
                    attributes.setString(
                            tag,
                            org.dcm4che3.data.VR.valueOf(
                                    object.dataSet().vr(tag).name()),
                            object.dataSet().string(tag));
        }
        attributes.setString(0x00080005, org.dcm4che3.data.VR.CS, "ISO_IR 192");
        Location location = Doubles.location("fs1", copy.getFileName().toString(), transferSyntax);
        study.add(Fake.of(InstanceLocations.class)
                .on("getSopClassUID", a -> attributes.getString(0x00080016))
                .on("getSopInstanceUID", a -> attributes.getString(0x00080018))
                .on("getAttributes", a -> attributes)
                .on("getLocations", a -> List.of(location))
                .make());
        return attributes;
    }

    /** The stored file of an object, by its place in the study. */
    Path file(int index) {
        return folder.resolve(index + ".dcm");
    }

    /** Configures an AE that listens on this machine. */
    void remote(String aeTitle, int port) {
        ApplicationEntity entity = new ApplicationEntity(aeTitle);
        connect(new Device(aeTitle), entity, new Connection("dicom", "127.0.0.1", port));
        remotes.put(aeTitle, entity);
    }

    static ExporterDescriptor descriptor(String uri, String... properties) {
        ExporterDescriptor descriptor = new ExporterDescriptor("DEID", URI.create(uri));
        descriptor.setAETitle(AE);
        descriptor.setProperty("profile", "basic");
        for (String property : properties) {
            String[] parts = property.split("=", 2);
            descriptor.setProperty(parts[0], parts[1]);
        }
        return descriptor;
    }

    Exporter exporter(ExporterDescriptor descriptor) {
        RetrieveService retrieve = retrieveService();
        return new AnonymizedExporterProvider(
                        device,
                        new ConfiguredProfiles(device) {
                            @Override
                            public ProfileSet current() {
                                return ProfileSet.of(profiles, folder);
                            }
                        },
                        retrieve,
                        new Destinations(device, retrieve, storeService(), tokens),
                        new TransferAudit(null, null) {
                            @Override
                            void begin(RetrieveContext context) {
                                audit("begin to " + context.getDestinationAETitle(), context);
                            }

                            @Override
                            void end(RetrieveContext context) {
                                audit("end " + context.completed() + "/" + context.failed(), context);
                            }
                        },
                        running)
                .getExporter(descriptor);
    }

    /** The archive fails to write a message with neither a requester nor the host of a destination. */
    private void audit(String message, RetrieveContext context) {
        ApplicationEntity destination = context.getDestinationAE();
        if (context.getHttpServletRequestInfo() != null
                || destination != null && destination.getConnections().get(0).getHostname() != null) audit.add(message);
    }

    Outcome export(String uri, String... properties) throws Exception {
        return exporter(descriptor(uri, properties)).export(context());
    }

    /** Cancels the export as the archive's monitor does. */
    void cancel() {
        running.onCancel(new TaskCanceled(Doubles.task(TASK)));
    }

    ExportContext context() {
        HttpServletRequestInfo info = request == null ? null : HttpServletRequestInfo.valueOf("user", "host", request);
        return Fake.of(ExportContext.class)
                .on("getTaskPK", a -> TASK)
                .on("getHttpServletRequestInfo", a -> info)
                .on("getStudyInstanceUID", a -> "1.2.3")
                .on("getSeriesInstanceUID", a -> null)
                .on("getSopInstanceUID", a -> null)
                .make();
    }

    RetrieveService retrieveService() {
        return Fake.of(RetrieveService.class)
                .on("newRetrieveContext", a -> retrieveContext(null, null))
                .on("newRetrieveContextSTORE", a -> {
                    RetrieveContext context = retrieveContext(entityOf((String) a[4]), null);
                    context.setDestinationAETitle((String) a[4]);
                    return context;
                })
                .on("newRetrieveContextSTOW", a -> retrieveContext(null, applications.get(a[4])))
                .on("calculateMatches", a -> !study.isEmpty())
                .on("removeNotAccessableMatches", a -> removeInaccessible(((RetrieveContext) a[0]).getMatches()))
                .on("openLocationInputStream", a -> open((InstanceLocations) a[1]))
                .on("getAttributesCoercion", a -> uids())
                .on("updateLocations", a -> null)
                .make();
    }

    private Map<String, Collection<InstanceLocations>> removeInaccessible(Collection<InstanceLocations> matches) {
        List<InstanceLocations> removed = matches.stream().limit(inaccessible).toList();
        matches.removeAll(removed);
        return removed.isEmpty() ? Map.of() : Map.of("ELSEWHERE", removed);
    }

    private ApplicationEntity entityOf(String aeTitle) {
        ApplicationEntity own = device.getApplicationEntity(aeTitle);
        return own == null ? remotes.get(aeTitle) : own;
    }

    private AttributesCoercion uids() {
        return Fake.of(AttributesCoercion.class)
                .on("remapUID", a -> uidMap.getOrDefault(a[0], (String) a[0]))
                .make();
    }

    private LocationInputStream open(InstanceLocations match) throws IOException {
        Location location = match.getLocations().get(0);
        Storage of = Fake.of(Storage.class)
                .on("getStorageDescriptor", a -> Doubles.storage("fs1", storage))
                .make();
        ReadContext context = Fake.of(ReadContext.class)
                .on("getStorage", a -> of)
                .on("getStoragePath", a -> location.getStoragePath())
                .make();
        InputStream in = Files.newInputStream(folder.resolve(location.getStoragePath()));
        return new LocationInputStream(in, context, location);
    }

    private RetrieveContext retrieveContext(ApplicationEntity remote, WebApplication application) {
        AtomicInteger completed = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicReference<HttpServletRequestInfo> requester = new AtomicReference<>();
        AtomicReference<ApplicationEntity> destination = new AtomicReference<>(remote);
        AtomicReference<String> title = new AtomicReference<>();
        List<InstanceLocations> matches = new ArrayList<>(study);
        return Fake.of(RetrieveContext.class)
                .on("setHttpServletRequestInfo", a -> {
                    requester.set((HttpServletRequestInfo) a[0]);
                    return null;
                })
                .on("getHttpServletRequestInfo", a -> requester.get())
                .on("setStoreAssociation", a -> {
                    onAssociation.run();
                    return null;
                })
                .on("setException", a -> null)
                .on("getMatches", a -> matches)
                .on("getStudyInstanceUID", a -> "1.2.3")
                .on("getSeriesInstanceUID", a -> null)
                .on("getSopInstanceUID", a -> null)
                .on("getLocalApplicationEntity", a -> device.getApplicationEntity(AE))
                .on(
                        "getArchiveAEExtension",
                        a -> device.getApplicationEntity(AE).getAEExtension(ArchiveAEExtension.class))
                .on("getDestinationAE", a -> destination.get())
                .on("setDestinationAE", a -> {
                    destination.set((ApplicationEntity) a[0]);
                    return null;
                })
                .on("getDestinationAETitle", a -> title.get())
                .on("setDestinationAETitle", a -> {
                    title.set((String) a[0]);
                    return null;
                })
                .on("getDestinationWebApp", a -> application)
                .on("incrementCompleted", a -> completed.incrementAndGet())
                .on("incrementFailed", a -> failed.incrementAndGet())
                .on("addFailedMatch", a -> null)
                .on("completed", a -> completed.get())
                .on("failed", a -> failed.get())
                .make();
    }

    private StoreService storeService() {
        return Fake.of(StoreService.class)
                .on("newStoreSession", a -> Fake.of(StoreSession.class).make())
                .on(
                        "newStoreContext",
                        a -> Fake.of(StoreContext.class)
                                .on("getException", b -> null)
                                .make())
                .on("store", a -> {
                    store((InputStream) a[1]);
                    return null;
                })
                .make();
    }

    private synchronized void store(InputStream in) {
        Path file = folder.resolve("stored-" + stored.size());
        try {
            Files.copy(in, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stored.add(file);
    }
}
