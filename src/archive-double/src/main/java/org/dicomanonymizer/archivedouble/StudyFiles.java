// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archivedouble;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.entity.Location;
import org.dcm4chee.arc.retrieve.LocationInputStream;
import org.dcm4chee.arc.storage.ReadContext;
import org.dcm4chee.arc.storage.Storage;
import org.dcm4chee.arc.store.InstanceLocations;

/** The files of a storage, and what the database tells of them. */
public final class StudyFiles {
    private static final String STORAGE = "fs1";
    private static final int SOP_CLASS_UID = 0x00080016;
    private static final int SOP_INSTANCE_UID = 0x00080018;
    private static final int SERIES_INSTANCE_UID = 0x0020000E;

    private final Path folder;
    private final URI storage;
    private final Map<String, List<InstanceLocations>> studies = new ConcurrentHashMap<>();

    /**
     * No files yet.
     *
     * @param folder  where they lie
     * @param storage where the archive believes them to be
     */
    public StudyFiles(Path folder, URI storage) {
        this.folder = folder;
        this.storage = storage;
    }

    /**
     * Takes a file of the folder into a study.
     *
     * @param attributes what the database holds of the object
     */
    public void add(String study, String file, String transferSyntax, Attributes attributes) {
        Location location = Doubles.location(STORAGE, file, transferSyntax);
        studies.computeIfAbsent(study, uid -> new CopyOnWriteArrayList<>())
                .add(Fake.of(InstanceLocations.class)
                        .on("getSopClassUID", a -> attributes.getString(SOP_CLASS_UID))
                        .on("getSopInstanceUID", a -> attributes.getString(SOP_INSTANCE_UID))
                        .on("getAttributes", a -> attributes)
                        .on("getLocations", a -> List.of(location))
                        .make());
    }

    /** The objects of a study, or of one of its series, or one of them; none if there is no such study. */
    List<InstanceLocations> matches(String study, String series, String instance) {
        return studies.getOrDefault(study, List.of()).stream()
                .filter(match ->
                        series == null || series.equals(match.getAttributes().getString(SERIES_INSTANCE_UID)))
                .filter(match -> instance == null || instance.equals(match.getSopInstanceUID()))
                .toList();
    }

    LocationInputStream open(InstanceLocations match) throws IOException {
        Location location = match.getLocations().get(0);
        Storage of = Fake.of(Storage.class)
                .on("getStorageDescriptor", a -> Doubles.storage(STORAGE, storage))
                .make();
        ReadContext context = Fake.of(ReadContext.class)
                .on("getStorage", a -> of)
                .on("getStoragePath", a -> location.getStoragePath())
                .make();
        InputStream in = Files.newInputStream(folder.resolve(location.getStoragePath()));
        return new LocationInputStream(in, context, location);
    }
}
