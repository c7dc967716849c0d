// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dcm4che3.conf.api.IApplicationEntityCache;
import org.dcm4che3.conf.api.IWebApplicationCache;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.conf.ExportRule;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.exporter.ExportContext;
import org.dcm4chee.arc.exporter.Exporter;
import org.dcm4chee.arc.keycloak.AccessTokenRequestor;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dcm4chee.arc.qmgt.TaskCanceled;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.archive.profile.ProfileSet;
import org.dicomanonymizer.archivedouble.ArchiveEntity;
import org.dicomanonymizer.archivedouble.Doubles;
import org.dicomanonymizer.archivedouble.Fake;
import org.dicomanonymizer.archivedouble.StoredCopies;
import org.dicomanonymizer.archivedouble.StudyFiles;
import org.dicomanonymizer.archivedouble.StudyRetrieval;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;

/** As much of an archive as an export sees: one study of files on a storage, a configuration, and a log of what is done. */
final class TestArchive {
    static final long TASK = 42;
    static final String AE = "ARCHIVE";
    static final String OTHER_AE = "RESEARCH";

    private static final String STUDY = "1.2.3";

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
    final List<ExportRule> rules = new ArrayList<>();
    final Map<String, WebApplication> applications = new HashMap<>();
    final Map<String, ApplicationEntity> remotes = new HashMap<>();
    final Map<String, String> uidMap = new HashMap<>();
    final RunningExports running = new RunningExports();
    AccessTokenRequestor tokens = Doubles.tokens("secret", 10_000);
    /** How many of the first objects are on no storage. */
    int inaccessible;

    String request;
    Runnable onAssociation = () -> {};

    private final Path folder;
    private final StudyFiles files;
    private final StoredCopies copies;
    private final List<ProfileEntry> profiles = new ArrayList<>();
    private final String key;
    private int added;

    /** An archive whose storage is a folder; as a file system, or as something of which only streams are to be had. */
    TestArchive(Path folder, boolean fileSystem) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("storage"));
        files = new StudyFiles(this.folder, fileSystem ? this.folder.toUri() : URI.create("s3://somewhere"));
        copies = new StoredCopies(this.folder);
        Path keyFile = folder.resolve("project.key");
        Files.writeString(keyFile, "a key for tests only, and long enough");
        key = "\"identity\": {\"key\": {\"file\": \"" + keyFile + "\"}}";
        profile("basic", "\"verify\": true");
        for (String aeTitle : List.of(AE, OTHER_AE)) ArchiveEntity.of(device, aeTitle).rules = rules;
    }

    TestArchive(Path folder) throws IOException {
        this(folder, true);
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
        Path copy = file(added++);
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
        files.add(STUDY, copy.getFileName().toString(), transferSyntax, attributes);
        return attributes;
    }

    /** The stored file of an object, by its place in the study. */
    Path file(int index) {
        return folder.resolve(index + ".dcm");
    }

    /** Configures an AE that listens on this machine. */
    void remote(String aeTitle, int port) {
        remotes.put(aeTitle, ArchiveEntity.remote(aeTitle, port));
    }

    static ExporterDescriptor descriptor(String uri, String... properties) {
        ExporterDescriptor descriptor = Doubles.exporter("DEID", URI.create(uri));
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
                        new Destinations(device, retrieve, copies.service(), tokens),
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
        return Doubles.export(TASK, info, STUDY, null, null);
    }

    RetrieveService retrieveService() {
        IApplicationEntityCache entities = Fake.of(IApplicationEntityCache.class)
                .on("findApplicationEntity", a -> remotes.get(a[0]))
                .make();
        IWebApplicationCache services = Fake.of(IWebApplicationCache.class)
                .on("findWebApplication", a -> applications.get(a[0]))
                .make();
        return new StudyRetrieval(device, files, entities, services) {
            @Override
            protected void associated(Association association) {
                onAssociation.run();
            }

            @Override
            protected UnaryOperator<String> copies() {
                return uid -> uidMap.getOrDefault(uid, uid);
            }

            @Override
            public Map<String, Collection<InstanceLocations>> removeNotAccessableMatches(RetrieveContext context) {
                Collection<InstanceLocations> matches = context.getMatches();
                List<InstanceLocations> removed =
                        matches.stream().limit(inaccessible).toList();
                matches.removeAll(removed);
                return removed.isEmpty() ? Map.of() : Map.of("ELSEWHERE", removed);
            }
        };
    }

    /** Has the AE that exports call others by several associations at once. */
    void allowAssociations(int number) {
        ((ArchiveEntity) device.getApplicationEntity(AE)).maxAssociations = number;
    }

    /** What was stored in this archive. */
    List<Path> stored() {
        return copies.files();
    }
}
